package io.doorstep.query.snapshots;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.query.layout.ScreenRequest;
import java.time.ZoneId;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was published, a page each; and the page that shows what would be. */
@Screen
class SnapshotScreen {

    /** Lines that a page shows; all of them stand in the file. */
    private static final int SHOWN = 500;

    private final Snapshots snapshots;
    private final SnapshotReader reader;
    private final ZoneId zone;

    SnapshotScreen(Snapshots snapshots, SnapshotReader reader, ZoneId officeZone) {
        this.snapshots = snapshots;
        this.reader = reader;
        this.zone = officeZone;
    }

    @GetMapping("/snapshots")
    String all(Model model) {
        var asked = SignedIn.now().actor();
        model.addAttribute("items", reader.all(asked));
        return "snapshots/snapshots";
    }

    @GetMapping("/snapshots/new")
    String draft(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String question,
            @ModelAttribute("say") Say say,
            Model model) {
        var maker = SnapshotReader.publisherOr403(SignedIn.now().actor());
        var exact = ScreenRequest.read(SnapshotQuestion.parameters(question), say.today(), zone);
        var query = SnapshotQuestion.query(exact);
        var draft = snapshots.draft(maker, list, query);
        model.addAttribute("list", list);
        model.addAttribute("question", query);
        model.addAttribute("draft", draft);
        model.addAttribute(
                "shown", draft.content().lines().stream().limit(SHOWN).toList());
        return "snapshots/new";
    }

    @GetMapping("/snapshots/{number:[0-9]{1,9}}")
    String one(@PathVariable long number, Model model) {
        var asked = SignedIn.now().actor();
        var shown = reader.show(asked, number);
        model.addAttribute("one", shown);
        model.addAttribute(
                "lines", shown.content().lines().stream().limit(SHOWN).toList());
        model.addAttribute(
                "conditions", SnapshotQuestion.read(shown.snapshot().question()).said());
        return "snapshots/snapshot";
    }
}
