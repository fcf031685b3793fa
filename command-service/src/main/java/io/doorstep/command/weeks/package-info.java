/** 无会周。 A county's no-meeting week: its dates, its plan from draft to publication, and its end. Model of decisions: docs/decisions/0034. */
@NullMarked
package io.doorstep.command.weeks;

import org.jspecify.annotations.NullMarked;
