package io.doorstep.query.visits;

import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.Screen;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 纸质走访单。 Cases go out on paper, and what was written on it comes back in by a code. */
@Screen
class PaperScreen {

    private static final int MOST = 50;
    private static final int LONGEST = 60;

    private final OnPaper paper;
    private final Choices choices;

    PaperScreen(OnPaper paper, Choices choices) {
        this.paper = paper;
        this.choices = choices;
    }

    /** What to print: the cases that were chosen elsewhere, or those that the reader may choose from here. */
    @GetMapping("/visits/sheets")
    String sheets(
            @RequestParam(name = "case", defaultValue = "") List<String> ids,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        if (ids.size() > MOST) {
            throw new Malformed(FieldProblem.of("case", "TOO_MANY", MOST));
        }
        if (q.length() > LONGEST) {
            throw new Malformed(FieldProblem.of("q", "TOO_LONG", LONGEST));
        }
        var reader = SignedIn.now().actor();
        model.addAttribute("chosen", paper.these(reader, ids));
        model.addAttribute("choices", ids.isEmpty() ? choices.of(reader, q) : List.of());
        model.addAttribute("q", q);
        model.addAttribute("most", MOST);
        return "visits/sheets";
    }

    /** @param done number of the case whose visit was just put on record */
    @GetMapping("/visits/paper")
    String enter(
            @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String done, Model model) {
        var reader = SignedIn.now().actor();
        if (!records(reader)) {
            throw Named.roleMayNot();
        }
        if (code.length() > LONGEST) {
            throw new Malformed(FieldProblem.of("code", "TOO_LONG", LONGEST));
        }
        var found = paper.called(reader, code);
        model.addAttribute("code", code.strip());
        model.addAttribute("found", found.size() == 1 ? found.get(0) : null);
        model.addAttribute("several", found.size() > 1 ? found : List.of());
        model.addAttribute("done", done.isEmpty() ? List.of() : paper.called(reader, done));
        return "visits/paper";
    }

    static boolean records(Actor reader) {
        return reader.is(
                VISITING_CADRE, HANDLER, UNIT_HEAD, MEDIATOR, COORDINATION_GROUP, PETITION_OFFICER, SUPERVISOR);
    }
}
