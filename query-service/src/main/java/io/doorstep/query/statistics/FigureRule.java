package io.doorstep.query.statistics;

import io.doorstep.policy.DeadlineClock;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cycle;
import io.doorstep.query.asof.Exit;
import io.doorstep.query.asof.Resolution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 一项指标的口径。 What a version of the definitions says of one figure; the constants that each figure knows stand in
 * {@link FigureTerms}.
 *
 * @param date the date that decides whether something lies in the window
 * @param numerator what counts in the numerator
 * @param denominator what counts at all
 * @param excludes what takes a thing out of both sides
 * @param kindsLeftOut kinds of cases that do not count
 * @param channelsLeftOut channels whose cases do not count
 * @param observationDays days that a thing is observed before it counts; null for what the rules in force say, or without end
 * @param minimum least denominator of which numbers are shown; 0 for any
 */
record FigureRule(
        String date,
        String numerator,
        String denominator,
        Set<String> excludes,
        Set<String> kindsLeftOut,
        Set<String> channelsLeftOut,
        @Nullable Integer observationDays,
        int minimum) {

    static final String NOT_ACCEPTED = "NOT_ACCEPTED";
    static final String KIND_LEFT_OUT = "KIND_LEFT_OUT";
    static final String CHANNEL_LEFT_OUT = "CHANNEL_LEFT_OUT";

    FigureRule {
        excludes = Set.copyOf(excludes);
        kindsLeftOut = Set.copyOf(kindsLeftOut);
        channelsLeftOut = Set.copyOf(channelsLeftOut);
    }

    /** How the case left, where that takes it out of the figure; null where it does not. */
    @Nullable
    Exit excludedBy(CaseAsOf state) {
        var exit = state.exit();
        return exit != null && excludes.contains(exit.which().name()) ? exit : null;
    }

    /** What was counted, but for kinds and channels that this figure leaves out. */
    List<Counted> without(CaseAsOf state, List<Counted> counted) {
        var why = kindsLeftOut.contains(state.matter().kind())
                ? KIND_LEFT_OUT
                : channelsLeftOut.contains(state.matter().channel()) ? CHANNEL_LEFT_OUT : null;
        return why == null
                ? counted
                : counted.stream().map(one -> one.as(Part.EXCLUDED, why)).toList();
    }

    /** The resolution of a cycle, as far as the numerator of cases, duties or times takes it for one. */
    @Nullable
    Resolution resolved(Cycle cycle) {
        return FigureTerms.ENDED.equals(numerator) ? cycle.resolution() : Cohorts.settled(cycle);
    }

    /** The same for figures over resolutions. */
    @Nullable
    Resolution result(Cycle cycle) {
        return FigureTerms.ENDED.equals(denominator) ? cycle.resolution() : Cohorts.settled(cycle);
    }

    /** When a result counts: the day of the resolution or of the close-out; null when that has not come. */
    @Nullable
    Instant resultDate(Cycle cycle, Resolution how) {
        return FigureTerms.CLOSED_OUT.equals(date) ? cycle.closedOutAt() : how.at();
    }

    /** Last day of a handling: after its extensions, or as it was before them; null where no clock runs. */
    @Nullable
    LocalDate due(Cycle cycle, DeadlineClock clock, Deadlines deadlines) {
        var due = cycle.handlingDue();
        if (due == null || cycle.extensionDays() == 0 || !FigureTerms.ORIGINAL_DUE.equals(date)) {
            return due;
        }
        var start = cycle.handlingStart();
        var original = deadlines.due(clock, start, 0, deadlines.policyAt(start)).lastDay();
        return original == null || original.isAfter(due) ? due : original;
    }
}
