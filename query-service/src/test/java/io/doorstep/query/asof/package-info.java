/** 时点的测试。 The reading model against random lives of cases. */
@NullMarked
package io.doorstep.query.asof;

import org.jspecify.annotations.NullMarked;
