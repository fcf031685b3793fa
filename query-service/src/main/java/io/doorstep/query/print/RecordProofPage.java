package io.doorstep.query.print;

import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.proof.RecordProof;
import io.doorstep.proof.kept.RecordProofs;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Say;
import io.doorstep.reference.ReferenceData;
import io.doorstep.web.Named;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** 存证回执。 What a petitioner takes home: that his matter was put on record, and when, to be proved without this office. */
@RestController
class RecordProofPage {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final int REPORTED = 0;

    private final Cases cases;
    private final RecordProofs proofs;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final MessageSource messages;
    private final Press press;
    private final Clock clock;
    private final ZoneId zone;

    RecordProofPage(
            Cases cases,
            RecordProofs proofs,
            ReferenceData reference,
            Deadlines deadlines,
            MessageSource messages,
            Press press,
            Clock clock,
            ZoneId officeZone) {
        this.cases = cases;
        this.proofs = proofs;
        this.reference = reference;
        this.deadlines = deadlines;
        this.messages = messages;
        this.press = press;
        this.clock = clock;
        this.zone = officeZone;
    }

    /**
     * 回执内容。 What the sheet shows; neither name nor number nor title, so that who finds it learns nothing.
     *
     * @param place of the report in the ledger, from 1
     * @param square the whole proof as a square code
     */
    record Sheet(
            String recordedAt, String subject, long place, String signedAt, long size, String keyId, String square) {}

    @GetMapping("/cases/{id}/print/record.pdf")
    ResponseEntity<byte[]> sheet(@PathVariable String id, Locale locale) {
        var proof = proof(id);
        var signed = proof.signed().checkpoint();
        var now = clock.instant();
        var say = new Say(messages, locale, reference, zone, deadlines.day(now));
        var title = say.word("print.record.title");
        var sheet = new Sheet(
                String.valueOf(say.moment(Instant.parse(proof.time()))),
                proof.subject(),
                proof.position() + 1,
                String.valueOf(say.moment(signed.at())),
                signed.size(),
                signed.keyId(),
                SquarePicture.of(proof.text()));
        return Paper.of(press.print("record", locale, Map.of("form", sheet, "title", title)), "record", title);
    }

    @GetMapping("/api/cases/{id}/proof")
    ResponseEntity<String> text(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .body(proof(id).text());
    }

    private RecordProof proof(String id) {
        var known = cases.find(SignedIn.now().actor(), id, Moment.present(clock.instant()))
                .orElseThrow(Named::notFound);
        return proofs.of(known.caseId(), REPORTED).orElseThrow(() -> new Named(HttpStatus.CONFLICT, "NOT_PROVED_YET"));
    }
}
