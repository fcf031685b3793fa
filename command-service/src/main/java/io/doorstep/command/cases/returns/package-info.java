/** 退办。 A unit says that a case is not its own; whoever sent it decides. */
@NullMarked
package io.doorstep.command.cases.returns;

import org.jspecify.annotations.NullMarked;
