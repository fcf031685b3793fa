package io.doorstep.query.timeline;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.access.Changes;
import io.doorstep.query.access.Openings;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.RecordedFact;
import io.doorstep.query.asof.VersionGate;
import io.doorstep.query.layout.CaseRequest;
import io.doorstep.query.layout.Labels;
import io.doorstep.web.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TimelinePage {

    private final Cases cases;
    private final VersionGate gate;
    private final Openings openings;
    private final MessageSource messages;
    private final Clock clock;

    TimelinePage(Cases cases, VersionGate gate, Openings openings, MessageSource messages, Clock clock) {
        this.cases = cases;
        this.gate = gate;
        this.openings = openings;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/api/cases/{id}/history")
    Timeline page(@PathVariable String id, @RequestParam MultiValueMap<String, String> request, Locale locale) {
        var now = clock.instant();
        var asked = CaseRequest.read(request, now);
        gate.await(id, asked.version());
        var viewer = SignedIn.now().actor();
        var facts = cases.history(viewer, id, asked.moment());
        // who may see a part of the past must be allowed to see the case as it is
        var present = cases.find(viewer, id, Moment.present(now)).orElseThrow(Named::notFound);
        if (facts.isEmpty()) {
            throw Named.notFound();
        }
        var labels = new Labels(messages, locale);
        var changes = new Changes(openings.of(viewer, present, "HISTORY", labels));
        return new Timeline(
                id,
                present.number(),
                facts.stream().map(fact -> entry(fact, labels, changes)).toList());
    }

    private static Entry entry(RecordedFact fact, Labels labels, Changes changes) {
        return new Entry(
                fact.sequence(),
                fact.type(),
                labels.fact(fact.type()),
                fact.actor(),
                roles(fact.roles()),
                fact.unit(),
                fact.occurredAt(),
                fact.recordedAt(),
                fact.late(),
                fact.importId(),
                changes.of(fact.fact()));
    }

    private static List<String> roles(@Nullable String roles) {
        return roles == null || roles.isEmpty()
                ? List.of()
                : Arrays.stream(roles.split(",")).toList();
    }
}
