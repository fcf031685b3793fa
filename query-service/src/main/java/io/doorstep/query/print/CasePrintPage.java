package io.doorstep.query.print;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.access.Openings;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.VersionGate;
import io.doorstep.query.layout.CaseRequest;
import io.doorstep.query.layout.Labels;
import io.doorstep.query.layout.Say;
import io.doorstep.reference.ReferenceData;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 个案表单。 The forms of one case as PDF, for whoever may read the case. */
@RestController
class CasePrintPage {

    static final String ADDRESS = "/cases/{id}/print/{document}.pdf";

    private final Cases cases;
    private final VersionGate gate;
    private final Openings openings;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final MessageSource messages;
    private final Press press;
    private final Clock clock;
    private final ZoneId zone;

    CasePrintPage(
            Cases cases,
            VersionGate gate,
            Openings openings,
            ReferenceData reference,
            Deadlines deadlines,
            MessageSource messages,
            Press press,
            Clock clock,
            ZoneId officeZone) {
        this.cases = cases;
        this.gate = gate;
        this.openings = openings;
        this.reference = reference;
        this.deadlines = deadlines;
        this.messages = messages;
        this.press = press;
        this.clock = clock;
        this.zone = officeZone;
    }

    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> form(
            @PathVariable String id,
            @PathVariable String document,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale) {
        var form = PrintedForm.called(document).orElseThrow(Named::notFound);
        var now = clock.instant();
        var asked = CaseRequest.read(request, now);
        gate.await(id, asked.version());
        var moment = asked.moment();
        var viewer = SignedIn.now().actor();
        var found = cases.find(viewer, id, moment).orElseThrow(Named::notFound);
        var say = new Say(messages, locale, reference, zone, deadlines.day(moment.now()));
        var opening = openings.of(viewer, present(viewer, found, moment), form.purpose(), new Labels(messages, locale));
        var dossier = new Dossier(found, cases.history(viewer, id, moment), opening, say, deadlines, moment);
        var filled = form.filledFrom(dossier).orElseThrow(() -> new Named(HttpStatus.NOT_FOUND, form.refusal()));
        var cover = Cover.of(dossier);
        var title = say.word("print." + form.key() + ".title", cover.matter());
        var pdf = press.print(
                form.key(),
                locale,
                Map.of(
                        "form",
                        filled,
                        "cover",
                        cover,
                        "title",
                        title,
                        "printed",
                        say.word(
                                "print.printed",
                                String.valueOf(say.moment(now)),
                                String.valueOf(say.officer(viewer.id())))));
        return Paper.of(pdf, found.number() + "-" + form.key(), found.number() + "-" + title);
    }

    /** Who may see a part of the past must be allowed to see the case as it is. */
    private CaseAsOf present(Actor viewer, CaseAsOf found, Moment moment) {
        return moment.isPresent()
                ? found
                : cases.find(viewer, found.caseId(), Moment.present(clock.instant()))
                        .orElseThrow(Named::notFound);
    }
}
