package io.doorstep.query.rules;

import io.doorstep.identity.Actor;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.policy.Deadlines;
import io.doorstep.policy.Policy;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.RunningClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 假设推演。 What another version of the rules would make of the periods that run now. Nothing is moved by it: a last day
 * stays as it was recorded, whatever rule comes later.
 */
@Component
class WhatIf {

    private static final int SHOWN = 100;

    private final Cases cases;
    private final Deadlines deadlines;
    private final Clock clock;

    WhatIf(Cases cases, Deadlines deadlines, Clock clock) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * 一项期限的推演。 All periods of one clock that run now.
     *
     * @param unknown whose last day would need a calendar that is missing
     * @param overdueOnly past their last day under the other version alone
     * @param overdueNoMore past their last day as recorded, but not under the other version
     */
    record Line(
            DeadlineClock clock,
            long running,
            long same,
            long earlier,
            long later,
            long unknown,
            long overdueOnly,
            long overdueNoMore) {

        static final Line NONE = new Line(DeadlineClock.TRANSFER, 0, 0, 0, 0, 0, 0, 0);

        Line and(DeadlineClock ofClock, LocalDate stored, @Nullable LocalDate other, boolean wasOver, boolean isOver) {
            return new Line(
                    ofClock,
                    running + 1,
                    same + (stored.equals(other) ? 1 : 0),
                    earlier + (other != null && other.isBefore(stored) ? 1 : 0),
                    later + (other != null && other.isAfter(stored) ? 1 : 0),
                    unknown + (other == null ? 1 : 0),
                    overdueOnly + (!wasOver && isOver ? 1 : 0),
                    overdueNoMore + (wasOver && !isOver && other != null ? 1 : 0));
        }
    }

    /** 会变的一件。 A case whose last day would be another. */
    record Changed(
            String caseId,
            String number,
            String title,
            DeadlineClock clock,
            LocalDate stored,
            @Nullable LocalDate other) {}

    /** @param cases those whose last day would be another, not more than a hundred */
    record Outcome(String version, List<Line> lines, List<Changed> cases) {}

    Outcome of(Policy policy, Actor viewer) {
        var now = clock.instant();
        Map<DeadlineClock, Line> lines = new EnumMap<>(DeadlineClock.class);
        List<Changed> changed = new ArrayList<>();
        cases.eachSeen(
                viewer,
                Moment.present(now),
                CaseFilter.ALL,
                state -> RunningClock.all(state).stream()
                        .filter(running -> !running.ofAPerson())
                        .forEach(running -> count(state, running, policy, now, lines, changed)));
        return new Outcome(policy.version(), List.copyOf(lines.values()), List.copyOf(changed));
    }

    private void count(
            CaseAsOf state,
            RunningClock running,
            Policy policy,
            Instant now,
            Map<DeadlineClock, Line> lines,
            List<Changed> changed) {
        var which = DeadlineClock.valueOf(running.name());
        var extended = which == DeadlineClock.HANDLING || which == DeadlineClock.MEDIATION
                ? state.cycle().extensionDays()
                : 0;
        var stored = running.due();
        var other = deadlines.due(which, running.start(), extended, policy).lastDay();
        lines.merge(
                which,
                Line.NONE.and(which, stored, other, over(stored, now), over(other, now)),
                (before, one) -> before.and(which, stored, other, over(stored, now), over(other, now)));
        if (!stored.equals(other) && changed.size() < SHOWN) {
            changed.add(
                    new Changed(state.caseId(), state.number(), state.matter().title(), which, stored, other));
        }
    }

    private boolean over(@Nullable LocalDate lastDay, Instant now) {
        return lastDay != null && deadlines.overdue(lastDay, now);
    }
}
