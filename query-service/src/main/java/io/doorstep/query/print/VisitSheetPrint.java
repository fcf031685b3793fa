package io.doorstep.query.print;

import io.doorstep.identity.Actor;
import io.doorstep.identity.Reach;
import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.access.Openings;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Labels;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.terms.Stance;
import io.doorstep.terms.VisitOutcome;
import io.doorstep.terms.VisitType;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** 打印背包走访单。 Cases on paper for where even a telephone is too much; that they were opened is on record. */
@Screen
class VisitSheetPrint {

    private static final int MOST = 50;
    private static final String PURPOSE = "PRINT_VISIT";

    private final Cases cases;
    private final Openings openings;
    private final Deadlines deadlines;
    private final MessageSource messages;
    private final Press press;
    private final Clock clock;

    VisitSheetPrint(
            Cases cases, Openings openings, Deadlines deadlines, MessageSource messages, Press press, Clock clock) {
        this.cases = cases;
        this.openings = openings;
        this.deadlines = deadlines;
        this.messages = messages;
        this.press = press;
        this.clock = clock;
    }

    @GetMapping("/visits/sheets.pdf")
    ResponseEntity<byte[]> sheets(
            @RequestParam(name = "case", defaultValue = "") List<String> ids,
            @RequestParam(defaultValue = "false") boolean names,
            @ModelAttribute("say") Say say,
            Locale locale) {
        var reader = SignedIn.now().actor();
        if (reader.reach().compareTo(Reach.OWN_UNIT) < 0) {
            throw Named.roleMayNot();
        }
        if (ids.isEmpty()) {
            throw new Malformed(FieldProblem.of("case", "REQUIRED"));
        }
        if (ids.size() > MOST) {
            throw new Malformed(FieldProblem.of("case", "TOO_MANY", MOST));
        }
        var now = clock.instant();
        var sheets = ids.stream()
                .distinct()
                .map(id -> sheet(reader, id, Moment.present(now), names, say, locale))
                .toList();
        var title = say.word("print.visit.title");
        var printed =
                say.word("print.printed", String.valueOf(say.moment(now)), String.valueOf(say.officer(reader.id())));
        var pdf = press.print(
                "visit",
                locale,
                Map.of(
                        "sheets",
                        sheets,
                        "title",
                        title,
                        "printed",
                        printed,
                        "types",
                        constants(say, "VisitType", VisitType.class),
                        "outcomes",
                        constants(say, "VisitOutcome", VisitOutcome.class),
                        "stances",
                        constants(say, "Stance", Stance.class)));
        return Paper.of(pdf, "visits-" + deadlines.day(now), title + "-" + deadlines.day(now));
    }

    private VisitSheet sheet(Actor reader, String id, Moment moment, boolean names, Say say, Locale locale) {
        var found = cases.find(reader, id, moment).orElseThrow(Named::notFound);
        var labels = new Labels(messages, locale);
        var opening = names
                ? openings.takenAlong(reader, found, PURPOSE, labels)
                : openings.of(reader, found, PURPOSE, labels);
        return VisitSheet.of(new Dossier(found, List.of(), opening, say, deadlines, moment), names);
    }

    private static List<String> constants(Say say, String type, Class<? extends Enum<?>> of) {
        return Say.names(of).stream()
                .map(one -> String.valueOf(say.constant(type, one)))
                .toList();
    }
}
