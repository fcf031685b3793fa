package io.doorstep.query.casepage;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.access.Opening;
import io.doorstep.query.access.Openings;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Clocks;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.RecordedFact;
import io.doorstep.query.asof.VersionGate;
import io.doorstep.query.layout.CaseRequest;
import io.doorstep.query.layout.Labels;
import io.doorstep.query.layout.Names;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.CaseStatus;
import io.doorstep.web.Named;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 取案卷。 Reads a case for whoever is signed in, waiting for the version he asks for, opening what he may read. */
@Component
class CaseFiles {

    private final Cases cases;
    private final VersionGate gate;
    private final Openings openings;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final MessageSource messages;
    private final Clock clock;

    CaseFiles(
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

    /**
     * A case as it was asked for.
     *
     * @param file what is shown of it
     * @param present the case as it is now, whatever moment is shown
     */
    record Read(CaseFile file, CaseAsOf found, CaseAsOf present, Opening opening, Moment moment, Actor viewer) {}

    /** The case; a 404 when there is none, or none for this reader. */
    Read read(String id, CaseRequest asked, String purpose, Locale locale) {
        gate.await(id, asked.version());
        var viewer = SignedIn.now().actor();
        var moment = asked.moment();
        var found = cases.find(viewer, id, moment).orElseThrow(Named::notFound);
        var present = present(viewer, found, moment);
        var opening = openings.of(viewer, present, purpose, new Labels(messages, locale));
        var file = CaseFile.of(
                found,
                moment.now(),
                moment.knownAt(),
                Clocks.of(found, moment.now(), deadlines),
                new Names(reference, deadlines.day(moment.now())),
                opening);
        return new Read(file, found, present, opening, moment, viewer);
    }

    /** The case that this one goes on as part of; empty when it does not, or the reader may not know of that one. */
    Optional<CaseAsOf> mergedInto(Read read) {
        return Optional.ofNullable(read.found().exit())
                .filter(exit -> exit.which() == CaseStatus.MERGED)
                .flatMap(exit -> Optional.ofNullable(exit.to()))
                .flatMap(into -> cases.find(read.viewer(), into, Moment.present(clock.instant())));
    }

    /** The facts that the case, as it was read, rests on. */
    List<RecordedFact> facts(Read read) {
        return cases.history(read.viewer(), read.found().caseId(), read.moment());
    }

    private CaseAsOf present(Actor viewer, CaseAsOf found, Moment moment) {
        return moment.isPresent()
                ? found
                : cases.find(viewer, found.caseId(), Moment.present(clock.instant()))
                        .orElseThrow(Named::notFound);
    }
}
