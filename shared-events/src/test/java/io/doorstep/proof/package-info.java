/** 存证测试。 Tests of the ledger of facts and of what checks it. */
@NullMarked
package io.doorstep.proof;

import org.jspecify.annotations.NullMarked;
