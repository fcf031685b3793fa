/** 排班优化。 Which leader visits which case on which day of a no-meeting week: a pure computation. Rules: docs/decisions/0033. */
@NullMarked
package io.doorstep.command.weeks.planning;

import org.jspecify.annotations.NullMarked;
