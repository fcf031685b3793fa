package io.doorstep.query.visits;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.RunningClock;
import io.doorstep.query.layout.Names;
import io.doorstep.reference.ReferenceData;
import io.doorstep.weeks.Planned;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 可带走的案件。 The open cases that somebody may take along: what the week plans for him first, then his own, the most urgent before others. */
@Component
class Choices {

    private static final int MOST = 100;

    private final Cases cases;
    private final CaseStates states;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Planned planned;
    private final Clock clock;

    Choices(
            Cases cases,
            CaseStates states,
            ReferenceData reference,
            Deadlines deadlines,
            Planned planned,
            Clock clock) {
        this.planned = planned;
        this.cases = cases;
        this.states = states;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** 区划。 */
    record Where(String code, @Nullable String name) {}

    /** @param planned whether it is planned for the reader in the week that goes on */
    record Choice(
            String caseId,
            String number,
            String title,
            Where place,
            String kind,
            @Nullable LocalDate due,
            @Nullable String light,
            boolean planned) {}

    List<Choice> of(Actor reader, String words) {
        var now = clock.instant();
        var today = deadlines.day(now);
        var forHim = Set.copyOf(planned.casesOf(reader.id(), today));
        var asked = states.seenBy(reader, Moment.present(now), CaseFilter.ofWords(words))
                .and(new Fragment("s.is_open = true", Map.of()));
        var mine =
                "case when s.case_id in (:planned) then 0 when s.officer = :me or s.lead_officer = :me then 1 else 2 end";
        var ordered = new Fragment(
                asked.sql() + " order by " + mine
                        + ", case when s.due is null then 1 else 0 end, s.due, s.number fetch first " + MOST
                        + " rows only",
                asked.and(new Fragment(
                                "1 = 1", Map.of("me", reader.id(), "planned", forHim.isEmpty() ? Set.of("") : forHim)))
                        .parameters());
        var names = new Names(reference, today);
        return cases.whole(ordered).stream()
                .map(one -> choice(one, forHim.contains(one.caseId()), now, names))
                .toList();
    }

    private Choice choice(CaseAsOf one, boolean forHim, Instant now, Names names) {
        var due = due(one);
        return new Choice(
                one.caseId(),
                one.number(),
                one.matter().title(),
                new Where(one.matter().place(), names.place(one.matter().place())),
                one.matter().kind(),
                due.map(RunningClock::due).orElse(null),
                due.map(clock -> light(clock, now)).orElse(null),
                forHim);
    }

    String light(RunningClock running, Instant now) {
        return deadlines
                .light(running.start(), running.due(), now, deadlines.policyAt(running.start()))
                .name();
    }

    static Optional<RunningClock> due(CaseAsOf one) {
        return RunningClock.all(one).stream().min(Comparator.comparing(RunningClock::due));
    }
}
