package io.doorstep.query.imports;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class ImportsScreen {

    private static final int LATEST = 100;
    private static final int PROBLEMS = 50;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})\\.(\\d{1,6})");

    private final LedgerImports imports;
    private final MessageSource messages;

    ImportsScreen(LedgerImports imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /** A line of the table of problems. */
    record Line(long line, String field, String message, boolean error) {}

    /** One thing that is wrong with many rows. */
    record Kind(long times, long line, String sentence, boolean error) {}

    @GetMapping("/imports")
    String list(Model model) {
        MayImport.orMayLookOr403();
        model.addAttribute("imports", imports.latest(LATEST));
        model.addAttribute("mayImport", MayImport.is(SignedIn.now().actor()));
        return "imports/imports";
    }

    @GetMapping("/imports/new")
    String wizard(Model model) {
        MayImport.or403();
        model.addAttribute(
                "constants",
                Map.of(
                        "kind", new Constants("CaseKind", Say.names(CaseKind.class)),
                        "channel", new Constants("Channel", Say.names(Channel.class)),
                        "outcome", new Constants("ResolutionOutcome", Say.names(ResolutionOutcome.class)),
                        "result", new Constants("ResolutionResult", Say.names(ResolutionResult.class))));
        return "imports/new";
    }

    /** The constants of a target. */
    record Constants(String type, List<String> names) {}

    @GetMapping("/imports/{importId}")
    String one(
            @PathVariable String importId,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            Locale reader,
            Model model) {
        MayImport.orMayLookOr403();
        model.addAttribute("it", imports.find(importId).orElseThrow(Named::notFound));
        model.addAttribute("mayImport", MayImport.is(SignedIn.now().actor()));
        model.addAttribute("kinds", kinds(importId, reader));
        problems(importId, 0, 0, reader, model);
        return part == null ? "imports/import" : "imports/import :: report";
    }

    /** The problems that follow. */
    @GetMapping("/imports/{importId}/problems")
    String more(@PathVariable String importId, @RequestParam String after, Locale reader, Model model) {
        MayImport.orMayLookOr403();
        var cursor = CURSOR.matcher(after);
        if (!cursor.matches()) {
            throw new Malformed(FieldProblem.of("after", "NOT_A_CURSOR"));
        }
        model.addAttribute("it", imports.find(importId).orElseThrow(Named::notFound));
        problems(importId, Long.parseLong(cursor.group(1)), Integer.parseInt(cursor.group(2)), reader, model);
        return "imports/import :: more";
    }

    private void problems(String importId, long line, int ordinal, Locale reader, Model model) {
        var words = new FaultWords(messages, reader, Map.of());
        var faults = imports.faults(importId, line, ordinal, PROBLEMS);
        model.addAttribute(
                "problems",
                faults.stream()
                        .map(one -> new Line(one.line(), words.field(one), words.message(one), isError(one)))
                        .toList());
        var last = faults.size() < PROBLEMS ? null : faults.get(faults.size() - 1);
        model.addAttribute("next", last == null ? null : last.line() + "." + last.ordinal());
    }

    private List<Kind> kinds(String importId, Locale reader) {
        var words = new FaultWords(messages, reader, Map.of());
        return imports.kinds(importId).stream()
                .map(kind -> new Kind(
                        kind.times(), kind.first().line(), words.sentence(kind.first()), isError(kind.first())))
                .toList();
    }

    private static boolean isError(RowFault fault) {
        return fault.severity().equals("ERROR");
    }
}
