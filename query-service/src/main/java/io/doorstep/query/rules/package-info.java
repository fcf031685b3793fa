/** 规则与日历。 The versions of the rules, from when each holds, the calendars, and what a rule would have meant. */
@NullMarked
package io.doorstep.query.rules;

import org.jspecify.annotations.NullMarked;
