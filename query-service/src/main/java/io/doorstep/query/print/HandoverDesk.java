package io.doorstep.query.print;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.access.Openings;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.RunningClock;
import io.doorstep.query.asof.StateColumns;
import io.doorstep.query.layout.Labels;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.ScreenRequest;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.Role;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** 交接台。 Gathers what somebody leaves behind, for who oversees him; asked again for the same moment, it is the same. */
@Component
class HandoverDesk {

    private static final Set<String> KNOWN = new TreeSet<>(Set.of("officer", "at", "knownAt"));

    private final Cases cases;
    private final CaseStates states;
    private final Openings openings;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId zone;

    HandoverDesk(
            Cases cases,
            CaseStates states,
            Openings openings,
            ReferenceData reference,
            Deadlines deadlines,
            MessageSource messages,
            Clock clock,
            ZoneId officeZone) {
        this.cases = cases;
        this.states = states;
        this.openings = openings;
        this.reference = reference;
        this.deadlines = deadlines;
        this.messages = messages;
        this.clock = clock;
        this.zone = officeZone;
    }

    /** 所问。 Whose cases, and as of when: days were read as their ends, and what was not said is this very moment. */
    record Asked(Actor reader, Optional<String> officer, Moment moment) {

        String officerOr400() {
            return officer.orElseThrow(() -> new Malformed(FieldProblem.of("officer", "REQUIRED")));
        }
    }

    Asked asked(MultiValueMap<String, String> sent) {
        var reader = SignedIn.now().actor();
        if (!reader.is(Role.SUPERVISOR, Role.UNIT_HEAD, Role.COORDINATION_GROUP)) {
            throw Named.roleMayNot();
        }
        var now = clock.instant();
        var request = ScreenRequest.read(sent, deadlines.day(now), zone);
        var problems = new ArrayList<FieldProblem>();
        request.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> problems.add(FieldProblem.of(name, "UNKNOWN_FIELD", String.join(", ", KNOWN))));
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
        var at = request.getFirst("at");
        var knownAt = request.getFirst("knownAt");
        // what is handed over now is said with its moment, so that it can be made again
        var moment = Moment.parse(at == null ? now.toString() : at, knownAt == null ? now.toString() : knownAt, now);
        return new Asked(reader, Optional.ofNullable(request.getFirst("officer")), moment);
    }

    Say say(Asked asked, Locale locale) {
        return new Say(
                messages, locale, reference, zone, deadlines.day(asked.moment().now()));
    }

    Handover of(Asked asked, Say say) {
        var officer = asked.officerOr400();
        return new Handover(
                officer,
                asked.moment(),
                open(asked).stream()
                        .map(one -> Handover.Line.of(one, officer, say))
                        .toList());
    }

    /** The first cases of it with their histories, one after another; what is opened of each is on record. */
    List<Dossier> dossiers(Asked asked, int most, Say say, Locale locale) {
        return open(asked).stream()
                .limit(most)
                .flatMap(found -> dossier(asked, found, say, locale).stream())
                .toList();
    }

    private Optional<Dossier> dossier(Asked asked, CaseAsOf found, Say say, Locale locale) {
        // who may see a part of the past must be allowed to see the case as it is
        return cases.find(asked.reader(), found.caseId(), Moment.present(clock.instant()))
                .map(present -> new Dossier(
                        found,
                        cases.history(asked.reader(), found.caseId(), asked.moment()),
                        openings.of(asked.reader(), present, "HANDOVER", new Labels(messages, locale)),
                        say,
                        deadlines,
                        asked.moment()));
    }

    private List<CaseAsOf> open(Asked asked) {
        var his = new CaseFilter(
                null, null, asked.officerOr400(), List.of(), null, List.of(), List.of(), List.of(), null, null, null);
        var rows =
                states.seenBy(asked.reader(), asked.moment(), his).and(Fragment.of("s.is_open = :open", "open", true));
        return cases.whole(rows).stream()
                .sorted(Comparator.comparing(HandoverDesk::firstDay).thenComparing(CaseAsOf::number))
                .toList();
    }

    private static LocalDate firstDay(CaseAsOf found) {
        return RunningClock.owed(found).stream()
                .map(RunningClock::due)
                .min(Comparator.naturalOrder())
                .orElse(StateColumns.LAST_OF_ALL);
    }
}
