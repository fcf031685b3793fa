/** 模拟年。 A year of work on two nodes by a clock that the test moves, held against a book of what should have happened. */
@NullMarked
package io.doorstep.standalone.year;

import org.jspecify.annotations.NullMarked;
