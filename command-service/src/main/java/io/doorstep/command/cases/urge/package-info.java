/** 催办。 Somebody above presses for progress. */
@NullMarked
package io.doorstep.command.cases.urge;

import org.jspecify.annotations.NullMarked;
