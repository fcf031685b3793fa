/** 运行状况的测试。 */
@NullMarked
package io.doorstep.query.operations;

import org.jspecify.annotations.NullMarked;
