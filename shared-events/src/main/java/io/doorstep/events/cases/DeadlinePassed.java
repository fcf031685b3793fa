package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * 期限已过。 A last day ended, as far as was on record then, without what it was for. What is recorded later may tell that it
 * was done in time after all; lists and figures go by what happened, not by this mark.
 *
 * @param clock a constant of {@code DeadlineClock}, REPORT_BACK, SUPERVISION, PERFORMANCE or COMMITMENT
 * @param cycle of the case, from 1
 * @param lastDay the day that ended at {@code occurredAt}
 */
@Revision("1")
public record DeadlinePassed(String caseId, Instant occurredAt, String clock, int cycle, LocalDate lastDay)
        implements CaseEvent {}
