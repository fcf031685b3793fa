package io.doorstep.query.statistics;

import io.doorstep.policy.DeadlineClock;
import io.doorstep.query.asof.Assignment;
import io.doorstep.query.asof.AssignmentEnd;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cycle;
import io.doorstep.query.asof.Review;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.ReviewStage;
import io.doorstep.terms.RevisitVerdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 期限与职责。 Everything that a case owes by a day of the window, of each of its cycles, and what became of it; figures over
 * duties and the compliance view count the same.
 */
final class Duties {

    /** What the law says, whatever an office counts: extended days, any result, and nothing owed once the case left. */
    private static final FigureRule LAW = new FigureRule(
            FigureTerms.EXTENDED_DUE,
            FigureTerms.ENDED,
            "DUTIES",
            Set.copyOf(FigureTerms.EXITS),
            Set.of(),
            Set.of(),
            null,
            0);

    private Duties() {}

    /** All duties whose last day lies in the window; those of earlier cycles keep their verdict. */
    static List<Owed> of(CaseAsOf state, Window window) {
        return Stream.of(
                        transfer(state, window),
                        state.cycles().stream().flatMap(cycle -> notice(state, cycle, window, LAW)),
                        state.cycles().stream().flatMap(cycle -> handling(state, cycle, window, LAW)),
                        state.assignments().stream().flatMap(one -> reportBack(state, one, window)),
                        state.reviews().stream().flatMap(review -> review(state, review, window)),
                        state.cycles().stream().flatMap(cycle -> revisit(state, cycle, window)))
                .flatMap(duties -> duties)
                .toList();
    }

    /** Open and overdue duties count against the rate; it is no average over survivors. */
    static List<Counted> onTime(CaseAsOf state, Window window, FigureRule rule) {
        return state.cycles().stream()
                .flatMap(cycle -> result(state, cycle, window, rule)
                        .map(owed -> byResolver(owed.counted(), owed.verdict(), cycle)))
                .toList();
    }

    /** A notice counts as soon as it is given, and against the unit as soon as its day is over. */
    static List<Counted> timelyAcceptance(CaseAsOf state, Window window, FigureRule rule) {
        return state.cycles().stream()
                .flatMap(cycle -> notice(state, cycle, window, rule))
                .map(owed -> onLastDay(owed.counted()))
                .toList();
    }

    private static Counted byResolver(Counted counted, Verdict verdict, Cycle cycle) {
        var how = cycle.resolution();
        return how != null && (verdict == Verdict.KEPT || verdict == Verdict.LATE)
                ? counted.by(how.unit(), how.officer()).at(how.place())
                : onLastDay(counted);
    }

    /** For whoever has the case on the last day, though the duty was another's to do. */
    private static Counted onLastDay(Counted counted) {
        return Counted.on(counted.of(), counted.on(), counted.part()).as(counted.part(), counted.reason());
    }

    private static Stream<Owed> transfer(CaseAsOf state, Window window) {
        var first = state.cycles().get(0);
        var done = Stream.of(
                        state.assignments().stream()
                                .map(Assignment::assignedAt)
                                .findFirst()
                                .orElse(null),
                        first.noticeGivenAt(),
                        first.resolvedAt())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return owed(LegalDuty.TRANSFER, state, state.reportedAt(), state.transferDue(), done, exit(state), window)
                // whoever put it on record has to send it on, whoever has it afterwards
                .map(one -> one.of(state.reportedByUnit(), null));
    }

    private static Stream<Owed> notice(CaseAsOf state, Cycle cycle, Window window, FigureRule rule) {
        var start = cycle.signedAt() == null ? cycle.openedAt() : cycle.signedAt();
        return owed(
                LegalDuty.NOTICE, state, start, cycle.noticeDue(), cycle.noticeGivenAt(), exit(state, rule), window);
    }

    /** The handling's last day; where no clock runs, the day by which the assigner wanted the result. */
    private static Stream<Owed> result(CaseAsOf state, Cycle cycle, Window window, FigureRule rule) {
        if (cycle.handlingDue() != null || cycle.number() > 1) {
            return handling(state, cycle, window, rule);
        }
        return state.assignments().stream()
                .filter(one -> one.ended() == null && one.reportBackBy() != null)
                .limit(1)
                .flatMap(one -> owed(
                        LegalDuty.HANDLING,
                        state,
                        one.assignedAt(),
                        one.reportBackBy(),
                        resolvedAt(cycle, rule),
                        exit(state, rule),
                        window));
    }

    private static Stream<Owed> handling(CaseAsOf state, Cycle cycle, Window window, FigureRule rule) {
        var clock = cycle.clock() == null
                ? DeadlineClock.startedByAcceptanceOf(
                        CaseKind.valueOf(state.matter().kind()))
                : DeadlineClock.valueOf(cycle.clock());
        var duty = clock == DeadlineClock.MEDIATION ? LegalDuty.MEDIATION : LegalDuty.HANDLING;
        var due = rule.due(cycle, clock, window.deadlines());
        if (due == null || !window.holds(due)) {
            return Stream.of();
        }
        return Stream.of(Owed.judged(
                duty,
                state,
                cycle.handlingStart(),
                due,
                resolvedAt(cycle, rule),
                exit(state, rule),
                cycle.extensionDays() > 0,
                window));
    }

    private static Stream<Owed> reportBack(CaseAsOf state, Assignment one, Window window) {
        var ended = one.endedAt();
        var done = state.cycles().stream()
                .map(Cycle::resolvedAt)
                .filter(Objects::nonNull)
                .filter(at -> !at.isBefore(one.assignedAt()) && (ended == null || !at.isAfter(ended)))
                .findFirst()
                .orElse(null);
        var end = ended == null
                ? exit(state)
                : new Owed.End(
                        ended,
                        Objects.requireNonNullElse(one.ended(), AssignmentEnd.REPLACED)
                                .name());
        return owed(LegalDuty.REPORT_BACK, state, one.assignedAt(), one.reportBackBy(), done, end, window)
                .map(owed -> owed.of(one.unit(), one.officer()));
    }

    private static Stream<Owed> review(CaseAsOf state, Review review, Window window) {
        var duty = review.stage().equals(ReviewStage.RECHECK.name()) ? LegalDuty.RECHECK : LegalDuty.REVIEW;
        var asked = review.requestedAt();
        return asked == null
                ? Stream.of()
                : owed(duty, state, asked, review.decisionDue(), review.decidedAt(), exit(state), window);
    }

    /** Somebody who was not reached was not asked: the day goes on. */
    private static Stream<Owed> revisit(CaseAsOf state, Cycle cycle, Window window) {
        var how = cycle.resolution();
        if (how == null) {
            return Stream.of();
        }
        var done = cycle.revisits().stream()
                .filter(revisit -> !revisit.verdict().equals(RevisitVerdict.NOT_REACHED.name()))
                .map(revisit -> revisit.at())
                .findFirst()
                .orElse(null);
        return owed(LegalDuty.REVISIT, state, how.at(), how.revisitDue(), done, settledOtherwise(state, cycle), window);
    }

    /** Reopened, struck off without a revisit where the rules allow that, or gone. */
    private static Owed.@Nullable End settledOtherwise(CaseAsOf state, Cycle cycle) {
        if (cycle.closedOutAt() != null) {
            return new Owed.End(cycle.closedOutAt(), CaseStatus.CLOSED_OUT.name());
        }
        return cycle.reopenedAt() == null ? exit(state) : new Owed.End(cycle.reopenedAt(), "REOPENED");
    }

    private static Stream<Owed> owed(
            LegalDuty duty,
            CaseAsOf state,
            Instant start,
            @Nullable LocalDate due,
            @Nullable Instant done,
            Owed.@Nullable End end,
            Window window) {
        return due == null || !window.holds(due)
                ? Stream.of()
                : Stream.of(Owed.judged(duty, state, start, due, done, end, false, window));
    }

    private static @Nullable Instant resolvedAt(Cycle cycle, FigureRule rule) {
        var how = rule.resolved(cycle);
        return how == null ? null : how.at();
    }

    private static Owed.@Nullable End exit(CaseAsOf state) {
        return exit(state, LAW);
    }

    private static Owed.@Nullable End exit(CaseAsOf state, FigureRule rule) {
        var exit = rule.excludedBy(state);
        return exit == null ? null : new Owed.End(exit.at(), exit.which().name());
    }
}
