/**
 * 期限与规则。 Deadlines are data: calendars by year, clock rules by version, and the due dates and lights that follow from them.
 */
@NullMarked
package io.doorstep.policy;

import org.jspecify.annotations.NullMarked;
