package io.doorstep.query.print;

import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.proof.kept.Checkpoints;
import io.doorstep.proof.kept.Sections;
import io.doorstep.proof.kept.SelfCheck;
import io.doorstep.query.layout.Say;
import io.doorstep.reference.ReferenceData;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** 纸上检查点。 A checkpoint on a sheet of paper, for a safe that no cable leads to. */
@RestController
class CheckpointPage {

    private final Checkpoints checkpoints;
    private final Sections sections;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final MessageSource messages;
    private final Press press;
    private final Clock clock;
    private final ZoneId zone;

    CheckpointPage(
            Checkpoints checkpoints,
            Sections sections,
            ReferenceData reference,
            Deadlines deadlines,
            MessageSource messages,
            Press press,
            Clock clock,
            ZoneId officeZone) {
        this.checkpoints = checkpoints;
        this.sections = sections;
        this.reference = reference;
        this.deadlines = deadlines;
        this.messages = messages;
        this.press = press;
        this.clock = clock;
        this.zone = officeZone;
    }

    /**
     * 检查点页。 What the sheet shows.
     *
     * @param lines the words of the square code, long ones in groups of four to be typed
     */
    record Sheet(String signedAt, long size, String keyId, List<String> lines, String square) {}

    @GetMapping("/proof/checkpoints/{size:[0-9]{1,15}}.pdf")
    ResponseEntity<byte[]> sheet(@PathVariable long size, Locale locale) {
        if (!SelfCheck.concerns(SignedIn.now().actor())) {
            throw Named.roleMayNot();
        }
        var signed = checkpoints.of(size).orElseThrow(Named::notFound).checkpoint();
        var text = sections.shortText(size).orElseThrow(Named::notFound);
        var say = new Say(messages, locale, reference, zone, deadlines.day(clock.instant()));
        var title = say.word("print.checkpoint.title");
        var sheet = new Sheet(
                String.valueOf(say.moment(signed.at())),
                size,
                signed.keyId(),
                text.lines().map(CheckpointPage::inGroups).toList(),
                SquarePicture.of(text));
        return Paper.of(
                press.print("checkpoint", locale, Map.of("form", sheet, "title", title)),
                "checkpoint-%012d".formatted(size),
                title + " " + size);
    }

    private static String inGroups(String line) {
        var words = line.lastIndexOf(' ') + 1;
        var last = line.substring(words);
        return last.length() < 40 ? line : line.substring(0, words) + last.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
