/** 装配。 How the writing side is put together. */
@NullMarked
package io.doorstep.command.wiring;

import org.jspecify.annotations.NullMarked;
