/** 作废。 A case that should never have been recorded. */
@NullMarked
package io.doorstep.command.cases.voiding;

import org.jspecify.annotations.NullMarked;
