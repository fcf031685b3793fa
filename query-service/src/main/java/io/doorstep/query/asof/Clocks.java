package io.doorstep.query.asof;

import io.doorstep.events.cases.AgreementReached;
import io.doorstep.events.cases.AssignmentSigned;
import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.policy.Deadlines;
import io.doorstep.terms.RevisitVerdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 各项期限。 The clocks of a case's latest cycle, what each follows from, and how it stands at a moment. */
public final class Clocks {

    private final Deadlines deadlines;
    private final CaseAsOf found;
    private final Instant now;
    private final List<ClockState> all = new ArrayList<>();

    private Clocks(Deadlines deadlines, CaseAsOf found, Instant now) {
        this.deadlines = deadlines;
        this.found = found;
        this.now = now;
    }

    /** In the order in which they begin. */
    public static List<ClockState> of(CaseAsOf found, Instant now, Deadlines deadlines) {
        var clocks = new Clocks(deadlines, found, now);
        clocks.untilResolved();
        clocks.afterwards();
        return clocks.all;
    }

    private void untilResolved() {
        var cycle = found.cycle();
        var first = found.cycles().get(0);
        add(
                "TRANSFER",
                CaseReported.class,
                found.reportedAt(),
                found.transferDue(),
                earliest(
                        found.assignments().stream()
                                .map(Assignment::assignedAt)
                                .findFirst()
                                .orElse(null),
                        first.noticeGivenAt(),
                        first.acceptedAt(),
                        first.resolvedAt()));
        var assignment = found.answering().orElse(null);
        var signedAt = cycle.signedAt();
        if (signedAt != null) {
            var returning = assignment == null ? null : assignment.returnProposedAt();
            add(
                    "OBJECTION",
                    AssignmentSigned.class,
                    signedAt,
                    cycle.objectionDue(),
                    earliest(returning, cycle.noticeGivenAt()));
            add("NOTICE", AssignmentSigned.class, signedAt, cycle.noticeDue(), cycle.noticeGivenAt());
        }
        if (assignment != null && assignment.reportBackBy() != null) {
            add(
                    RunningClock.REPORT_BACK,
                    CaseAssigned.class,
                    assignment.assignedAt(),
                    assignment.reportBackBy(),
                    found.resolvedSince(assignment.assignedAt()).orElse(null));
        }
        var clock = cycle.clock();
        if (cycle.acceptedAt() != null || cycle.handlingDue() != null) {
            add(
                    clock == null ? "HANDLING" : clock,
                    cycle.acceptedAt() == null ? CaseReopened.class : CaseAccepted.class,
                    cycle.handlingStart(),
                    cycle.handlingDue(),
                    cycle.resolvedAt());
        }
    }

    private void afterwards() {
        var cycle = found.cycle();
        var how = cycle.resolution();
        if (how != null && how.revisitDue() != null) {
            var confirmed = cycle.revisits().stream()
                    .filter(revisit -> revisit.verdict().equals(RevisitVerdict.CONFIRMED.name()))
                    .map(Revisit::at)
                    .findFirst();
            add("REVISIT", CaseResolved.class, how.at(), how.revisitDue(), confirmed.orElse(null));
        }
        RunningClock.promise(found)
                .ifPresent(visit ->
                        add(RunningClock.COMMITMENT, CaseVisited.class, visit.at(), visit.commitmentBy(), null));
        found.mediation().agreement().ifPresent(this::mediated);
        found.reviews().forEach(review -> {
            var requestedAt = review.requestedAt();
            if (requestedAt != null) {
                add(
                        review.stage(),
                        ReviewRequested.class,
                        requestedAt,
                        review.decisionDue(),
                        review.decidedAt(),
                        review.pausedSince());
            }
        });
    }

    /** An agreement goes on after the close-out: only an exit ends its clocks. */
    private void mediated(Agreement agreement) {
        if (agreement.performBy() != null) {
            addUntil(
                    RunningClock.PERFORMANCE,
                    AgreementReached.class,
                    agreement.at(),
                    agreement.performBy(),
                    earliest(agreement.performanceAt(), left()),
                    null);
        }
        addUntil(
                "JUDICIAL_CONFIRMATION",
                AgreementReached.class,
                agreement.at(),
                agreement.confirmationBy(),
                earliest(agreement.requestedAt(), left(), lapsed(agreement.confirmationBy())),
                null);
    }

    /** A right that nobody used ends with its last day; nobody is late with it. */
    private @Nullable Instant lapsed(@Nullable LocalDate lastDay) {
        return lastDay == null || !deadlines.overdue(lastDay, now) ? null : deadlines.endOf(lastDay);
    }

    private @Nullable Instant left() {
        var exit = found.exit();
        return exit == null ? null : exit.at();
    }

    private void add(
            String clock,
            Class<? extends CaseEvent> follows,
            Instant start,
            @Nullable LocalDate due,
            @Nullable Instant stoppedBy) {
        add(clock, follows, start, due, stoppedBy, null);
    }

    private void add(
            String clock,
            Class<? extends CaseEvent> follows,
            Instant start,
            @Nullable LocalDate due,
            @Nullable Instant stoppedBy,
            @Nullable Instant pausedBy) {
        addUntil(
                clock,
                follows,
                start,
                due,
                earliest(stoppedBy, left(), found.cycle().closedOutAt()),
                pausedBy);
    }

    private void addUntil(
            String clock,
            Class<? extends CaseEvent> follows,
            Instant start,
            @Nullable LocalDate due,
            @Nullable Instant stoppedAt,
            @Nullable Instant pausedBy) {
        var pausedSince = stoppedAt == null ? pausedBy : null;
        var runs = stoppedAt == null && pausedSince == null;
        var until = earliest(stoppedAt, pausedSince);
        all.add(new ClockState(
                clock,
                follows.getSimpleName(),
                source(clock, start),
                start,
                due,
                stoppedAt,
                pausedSince,
                due == null ? null : deadlines.overdue(due, until == null ? now : until),
                due == null || !runs ? null : deadlines.daysLeft(due, now),
                runs
                        ? deadlines
                                .light(start, due, now, deadlines.policyAt(start))
                                .name()
                        : null));
    }

    private @Nullable String source(String clock, Instant start) {
        return RunningClock.OF_PERSONS.contains(clock)
                ? null
                : deadlines.policyAt(start).clock(DeadlineClock.valueOf(clock)).source();
    }

    private static @Nullable Instant earliest(@Nullable Instant... moments) {
        return Stream.of(moments)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
