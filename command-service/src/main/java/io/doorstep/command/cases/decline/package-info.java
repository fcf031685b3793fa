/** 不予受理。 The matter is not taken on, and the petitioner learns why. */
@NullMarked
package io.doorstep.command.cases.decline;

import org.jspecify.annotations.NullMarked;
