/** 无会周。 The no-meeting weeks: candidates and why, the plan by leader and day, sheets, and what came of it. */
@NullMarked
package io.doorstep.query.weeks;

import org.jspecify.annotations.NullMarked;
