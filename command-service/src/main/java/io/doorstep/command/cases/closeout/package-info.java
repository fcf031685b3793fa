/** 销号。 A second pair of eyes strikes a settled case off the problem list. */
@NullMarked
package io.doorstep.command.cases.closeout;

import org.jspecify.annotations.NullMarked;
