/** 签收。 The unit has the assignment, and its clocks run. */
@NullMarked
package io.doorstep.command.cases.sign;

import org.jspecify.annotations.NullMarked;
