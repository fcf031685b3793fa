package io.doorstep.duties;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 过期事务。 Something that was to be done by a day that is over.
 *
 * @param version of the case that says so; when it has more facts than these, they may say otherwise
 * @param clock what was to be done, a constant of {@code DeadlineClock}, REPORT_BACK, SUPERVISION, PERFORMANCE or COMMITMENT
 * @param endedAt 24:00 of the last day
 */
public record PassedDuty(String caseId, long version, String clock, int cycle, LocalDate lastDay, Instant endedAt) {}
