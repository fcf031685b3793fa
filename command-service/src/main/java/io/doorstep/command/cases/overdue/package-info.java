/** 期限已过。 The clock itself puts on record that a last day has ended. */
@NullMarked
package io.doorstep.command.cases.overdue;

import org.jspecify.annotations.NullMarked;
