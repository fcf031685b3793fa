package io.doorstep.query.casepage;

import io.doorstep.events.cases.AttachmentAdded;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.RecordedFact;
import io.doorstep.query.layout.CaseRequest;
import io.doorstep.vault.SealedFiles;
import io.doorstep.web.Named;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out a file of a case to who may read its words; pictures are drawn anew and shown, everything else is saved. */
@RestController
class AttachmentPage {

    private final CaseFiles files;
    private final SealedFiles sealed;
    private final Clock clock;

    AttachmentPage(CaseFiles files, SealedFiles sealed, Clock clock) {
        this.files = files;
        this.sealed = sealed;
        this.clock = clock;
    }

    @GetMapping("/api/cases/{id}/attachments/{sha256:[0-9a-f]{64}}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String sha256, Locale locale) {
        var read = files.read(id, new CaseRequest(Moment.present(clock.instant()), null), "FILE", locale);
        var added = files.facts(read).stream()
                .map(RecordedFact::fact)
                .filter(AttachmentAdded.class::isInstance)
                .map(AttachmentAdded.class::cast)
                .filter(one -> one.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(Named::notFound);
        if (!read.opening().texts()) {
            throw Named.roleMayNot();
        }
        read.opening().files();
        var content = sealed.read(id, sha256).orElseThrow(Named::notFound);
        var drawn = added.mediaType().startsWith("image/")
                ? Redrawn.of(content, added.mediaType())
                : Optional.<byte[]>empty();
        // what calls itself a picture and cannot be drawn is shown to nobody
        var type = drawn.isPresent() || !added.mediaType().startsWith("image/")
                ? added.mediaType()
                : MediaType.APPLICATION_OCTET_STREAM_VALUE;
        var name = String.valueOf(read.opening().text(added.fileName()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                // whatever is in it runs nothing, even when somebody opens it as a page
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (drawn.isPresent() ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(drawn.orElse(content));
    }
}
