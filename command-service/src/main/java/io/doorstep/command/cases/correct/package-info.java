/** 更正。 A mistake in what was recorded is mended; what was there before stays readable. */
@NullMarked
package io.doorstep.command.cases.correct;

import org.jspecify.annotations.NullMarked;
