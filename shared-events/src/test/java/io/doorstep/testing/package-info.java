/** 测试用具。 Real databases and a clock that stands still, for the tests of every module. */
@NullMarked
package io.doorstep.testing;

import org.jspecify.annotations.NullMarked;
