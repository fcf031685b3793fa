package io.doorstep.query.casepage;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.access.Openings;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Clocks;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.VersionGate;
import io.doorstep.query.layout.CaseRequest;
import io.doorstep.query.layout.Labels;
import io.doorstep.query.layout.Names;
import io.doorstep.reference.ReferenceData;
import io.doorstep.web.Named;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CasePage {

    private final Cases cases;
    private final VersionGate gate;
    private final Openings openings;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final MessageSource messages;
    private final Clock clock;

    CasePage(
            Cases cases,
            VersionGate gate,
            Openings openings,
            ReferenceData reference,
            Deadlines deadlines,
            MessageSource messages,
            Clock clock) {
        this.cases = cases;
        this.gate = gate;
        this.openings = openings;
        this.reference = reference;
        this.deadlines = deadlines;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/api/cases/{id}")
    ResponseEntity<CaseFile> page(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> request, Locale locale) {
        var asked = CaseRequest.read(request, clock.instant());
        gate.await(id, asked.version());
        var viewer = SignedIn.now().actor();
        var moment = asked.moment();
        var found = cases.find(viewer, id, moment).orElseThrow(Named::notFound);
        var opening = openings.of(viewer, present(viewer, found, moment), "CASE_PAGE", new Labels(messages, locale));
        var file = CaseFile.of(
                found,
                moment.now(),
                moment.knownAt(),
                Clocks.of(found, moment.now(), deadlines),
                new Names(reference, deadlines.day(moment.now())),
                opening);
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(file);
    }

    private CaseAsOf present(Actor viewer, CaseAsOf found, Moment moment) {
        return moment.isPresent()
                ? found
                : cases.find(viewer, found.caseId(), Moment.present(clock.instant()))
                        .orElseThrow(Named::notFound);
    }
}
