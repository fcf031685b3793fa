package io.doorstep.command.cases.attach;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.dispatch.Desk;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.vault.Private;
import io.doorstep.vault.SealedFiles;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import io.doorstep.web.Times;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class AddAttachmentEndpoint {

    private static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;

    private final Counter counter;
    private final SealedFiles files;
    private final Desk desk;

    AddAttachmentEndpoint(Counter counter, SealedFiles files, Desk desk) {
        this.counter = counter;
        this.files = files;
        this.desk = desk;
    }

    record AttachmentForm(
            String sha256,
            String fileName,
            @Nullable Instant occurredAt,
            @Nullable String lateEntryReason) implements CaseForm {}

    @PostMapping(path = "/api/cases/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Receipt> attach(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable OffsetDateTime occurredAt,
            @RequestParam(required = false) @Nullable String lateEntryReason,
            Ask ask)
            throws IOException {
        var content = content(file);
        var type = FileTypes.of(content)
                .orElseThrow(
                        () -> new Named(HttpStatus.UNSUPPORTED_MEDIA_TYPE, HttpStatus.UNSUPPORTED_MEDIA_TYPE.name()));
        var caseId = new CaseId(id);
        if (desk.known(ask.actor(), caseId.value()).isEmpty()) {
            throw Named.notFound();
        }
        // on disk before the fact: a fact never speaks of a file that is not there
        var sha256 = files.keep(caseId.value(), content);
        var name = nameOf(file);
        var happened = occurredAt == null ? null : known(occurredAt);
        return counter.take(
                new AddAttachment(caseId, happened, sha256, type, content.length, new Private(name)),
                ask,
                new AttachmentForm(sha256, name, happened, lateEntryReason));
    }

    private static Instant known(OffsetDateTime occurredAt) {
        try {
            return Times.known(occurredAt.toInstant());
        } catch (DateTimeException noYearOfOurs) {
            throw new Malformed(FieldProblem.of("occurredAt", "NOT_A_TIME"));
        }
    }

    private static byte[] content(MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            throw new Malformed(FieldProblem.of("file", "BLANK"));
        }
        if (file.getSize() > MOST_BYTES) {
            throw new Named(HttpStatus.CONTENT_TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE.name());
        }
        return file.getBytes();
    }

    /** The last part of the name, as some browsers send whole paths. */
    private static String nameOf(MultipartFile file) {
        var given = file.getOriginalFilename();
        var name = given == null ? "" : given.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.isBlank() ? "file" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
