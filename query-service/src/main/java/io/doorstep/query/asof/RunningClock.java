package io.doorstep.query.asof;

import io.doorstep.policy.DeadlineClock;
import io.doorstep.terms.CaseKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 在走的期限。 A clock that runs for a case.
 *
 * @param name a constant of {@code DeadlineClock}, {@link #REPORT_BACK}, {@link #SUPERVISION},
 *     {@link #PERFORMANCE} or {@link #COMMITMENT}
 * @param due its last day
 */
public record RunningClock(String name, Instant start, LocalDate due) {

    /** 限期反馈: by when the assigner wants the result (Reg. 22). */
    public static final String REPORT_BACK = "REPORT_BACK";

    /** 督办答复: by when an order to see to the case is to be answered. */
    public static final String SUPERVISION = "SUPERVISION";

    /** 协议履行: by when the parties of a dispute are to do what they agreed on, and somebody is to look. */
    public static final String PERFORMANCE = "PERFORMANCE";

    /** 走访承诺: by when what was promised on a visit is to be done; of several, the one that ends first. */
    public static final String COMMITMENT = "COMMITMENT";

    /** Clocks of which a person sets the day, and no rule. */
    static final Set<String> OF_PERSONS = Set.of(REPORT_BACK, SUPERVISION, PERFORMANCE, COMMITMENT);

    /** The clock that counts now: of those that run, the one that ends first. The right to object is no duty. */
    static Optional<RunningClock> of(CaseAsOf state) {
        return running(state).stream().min(Comparator.comparing(RunningClock::due));
    }

    /** All that has to be done by a day: what clocks run for, the answer to an order, the decision of an appeal. */
    static List<RunningClock> duties(CaseAsOf state) {
        var duties = running(state);
        // one answer is for all orders that wait for it: the first of their days is when it is due
        state.supervisions().stream()
                .filter(order -> state.open() && order.answeredAt() == null)
                .min(Comparator.comparing(Supervision::answerBy))
                .ifPresent(order -> add(duties, SUPERVISION, order.orderedAt(), order.answerBy()));
        promise(state)
                .filter(visit -> state.open())
                .ifPresent(visit -> add(duties, COMMITMENT, visit.at(), visit.commitmentBy()));
        if (state.exit() == null) {
            // an agreement goes on after the close-out
            state.mediation()
                    .agreement()
                    .filter(agreement -> agreement.performed() == null)
                    .ifPresent(agreement -> add(duties, PERFORMANCE, agreement.at(), agreement.performBy()));
            state.reviews().stream()
                    .filter(review -> review.decidedAt() == null && review.pausedSince() == null)
                    .forEach(review -> {
                        var requestedAt = review.requestedAt();
                        if (requestedAt != null) {
                            add(duties, review.stage(), requestedAt, review.decisionDue());
                        }
                    });
        }
        return duties;
    }

    /** The visit whose promise is to be kept next. */
    static Optional<Visit> promise(CaseAsOf state) {
        return state.visits().stream()
                .filter(visit -> visit.promises() && visit.followUp() == null)
                .min(Comparator.comparing(Visit::commitmentBy));
    }

    /** Whether a person set the day, and no rule. */
    public boolean ofAPerson() {
        return OF_PERSONS.contains(name);
    }

    /** All clocks that run, in the order in which they begin. */
    public static List<RunningClock> all(CaseAsOf state) {
        return List.copyOf(running(state));
    }

    /** All that has to be done by a day. */
    public static List<RunningClock> owed(CaseAsOf state) {
        return List.copyOf(duties(state));
    }

    private static List<RunningClock> running(CaseAsOf state) {
        var clocks = new ArrayList<RunningClock>();
        if (!state.open()) {
            return clocks;
        }
        var cycle = state.cycle();
        var resolution = cycle.resolution();
        if (resolution != null) {
            if (!cycle.confirmed()) {
                add(clocks, "REVISIT", resolution.at(), resolution.revisitDue());
            }
            return clocks;
        }
        var accepted = state.cycles().stream().anyMatch(one -> one.acceptedAt() != null);
        if (state.assignments().isEmpty() && !accepted && cycle.number() == 1) {
            add(clocks, "TRANSFER", state.reportedAt(), state.transferDue());
        }
        state.inForce().ifPresent(assignment -> {
            var signedAt = cycle.signedAt();
            if (signedAt != null && cycle.noticeGivenAt() == null) {
                add(clocks, "NOTICE", signedAt, cycle.noticeDue());
            }
            if (state.resolvedSince(assignment.assignedAt()).isEmpty()) {
                add(clocks, REPORT_BACK, assignment.assignedAt(), assignment.reportBackBy());
            }
        });
        var clock = cycle.clock();
        var byKind = DeadlineClock.startedByAcceptanceOf(
                CaseKind.valueOf(state.matter().kind()));
        add(clocks, clock == null ? byKind.name() : clock, cycle.handlingStart(), cycle.handlingDue());
        return clocks;
    }

    private static void add(List<RunningClock> clocks, String name, Instant start, @Nullable LocalDate due) {
        if (due != null) {
            clocks.add(new RunningClock(name, start, due));
        }
    }
}
