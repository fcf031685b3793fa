/** 存证测试。 Tests of the ledger of facts and of what checks it. */
@NullMarked
package io.doorstep.proof.check;

import org.jspecify.annotations.NullMarked;
