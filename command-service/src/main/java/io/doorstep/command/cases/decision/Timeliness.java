package io.doorstep.command.cases.decision;

import io.doorstep.events.cases.CaseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** 时间是否合理。 How far from now a fact may lie, and when it counts as late. */
public final class Timeliness {

    private Timeliness() {}

    /** Refuses what lies ahead of time, and what lies years back without a reason. */
    public static void check(Circumstances at) {
        var occurredAt = at.when();
        var policy = at.deadlines().policyAt(at.now());
        mustNotBeAhead(occurredAt, at);
        Refusal.LATE_ENTRY_NEEDS_REASON.when(!at.imported()
                && !at.byTheClock()
                && !at.lateReasonGiven()
                && occurredAt.isBefore(at.now().minus(Duration.ofDays(policy.lateEntryReasonAfterDays()))));
    }

    /** Refuses a moment that has not come yet; clocks of phones and nodes may differ by some minutes. */
    public static void mustNotBeAhead(Instant moment, Circumstances at) {
        var ahead = Duration.ofMinutes(at.deadlines().policyAt(at.now()).maxAheadMinutes());
        Refusal.OCCURRED_AHEAD_OF_TIME.when(moment.isAfter(at.now().plus(ahead)));
    }

    /** OUT_OF_ORDER, RECORDED_LATE, or nothing; history from a ledger is old, not late, and an ended day is just that. */
    public static Optional<String> mark(CaseEvent fact, CaseHistory history, Circumstances at) {
        if (at.imported() || at.byTheClock()) {
            return Optional.empty();
        }
        if (history.knowsLaterThan(fact.occurredAt())) {
            return Optional.of("OUT_OF_ORDER");
        }
        var limit = Duration.ofHours(at.deadlines().policyAt(at.now()).lateMarkAfterHours());
        return fact.occurredAt().isBefore(at.now().minus(limit)) ? Optional.of("RECORDED_LATE") : Optional.empty();
    }
}
