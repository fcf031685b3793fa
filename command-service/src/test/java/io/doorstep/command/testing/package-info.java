/** 测试用具。 The writing side on a real database, without the web. */
@NullMarked
package io.doorstep.command.testing;

import org.jspecify.annotations.NullMarked;
