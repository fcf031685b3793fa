package io.doorstep.query.visits;

import io.doorstep.events.cases.CaseVisited;
import io.doorstep.events.cases.Sealed;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.access.Opening;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.RecordedFact;
import io.doorstep.query.asof.RunningClock;
import io.doorstep.query.asof.Visit;
import io.doorstep.query.layout.Names;
import io.doorstep.reference.ReferenceData;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** 装入走访包。 Opens of a case what is needed at the door. */
@Component
class PackedCases {

    private final Choices choices;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;

    PackedCases(Choices choices, ReferenceData reference, Deadlines deadlines, Clock clock) {
        this.choices = choices;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    PackedCase of(CaseAsOf found, List<RecordedFact> facts, Opening opening) {
        var now = clock.instant();
        var names = new Names(reference, deadlines.day(now));
        var matter = found.matter();
        var petitioners = matter.petitioners().stream().map(opening::petitioner).toList();
        var due = Choices.due(found);
        return new PackedCase(
                found.caseId(),
                found.number(),
                found.version(),
                matter.title(),
                matter.kind(),
                matter.category(),
                names.category(matter.category()),
                new Choices.Where(matter.place(), names.place(matter.place())),
                petitioners.stream()
                        .map(Opening.Masked::address)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                petitioners,
                matter.partySize(),
                found.joint(),
                found.repeat(),
                opening.text(matter.statement()),
                found.reportedAt(),
                due.map(RunningClock::due).orElse(null),
                due.map(running -> choices.light(running, now)).orElse(null),
                found.status().name(),
                before(found, facts, names, opening));
    }

    private static List<PackedCase.Before> before(
            CaseAsOf found, List<RecordedFact> facts, Names names, Opening opening) {
        Map<String, Sealed> findings = new HashMap<>();
        facts.forEach(one -> {
            if (one.fact() instanceof CaseVisited visited) {
                findings.put(visited.visitId(), visited.findings());
            }
        });
        return found.visits().stream()
                .map(visit -> before(visit, findings, names, opening))
                .toList();
    }

    private static PackedCase.Before before(Visit visit, Map<String, Sealed> findings, Names names, Opening opening) {
        return new PackedCase.Before(
                visit.at(),
                visit.type(),
                visit.officers().stream()
                        .map(id -> Objects.requireNonNullElse(names.officer(id), id))
                        .toList(),
                visit.outcome(),
                visit.stance(),
                visit.commitmentBy(),
                opening.text(findings.get(visit.visitId())));
    }
}
