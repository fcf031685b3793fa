package io.doorstep.command.cases.attach;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.dispatch.Desk;
import io.doorstep.command.web.Ask;
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

    private final Attaching attaching;
    private final Desk desk;

    AddAttachmentEndpoint(Attaching attaching, Desk desk) {
        this.attaching = attaching;
        this.desk = desk;
    }

    @PostMapping(path = "/api/cases/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Receipt> attach(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable OffsetDateTime occurredAt,
            @RequestParam(required = false) @Nullable String lateEntryReason,
            Ask ask)
            throws IOException {
        var content = content(file);
        var caseId = new CaseId(id);
        if (desk.known(ask.actor(), caseId.value()).isEmpty()) {
            throw Named.notFound();
        }
        var happened = occurredAt == null ? null : known(occurredAt);
        return attaching.take(
                caseId, content, Attaching.nameOf(file.getOriginalFilename()), happened, lateEntryReason, ask);
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
        if (file.getSize() > Attaching.MOST_BYTES) {
            throw new Named(HttpStatus.CONTENT_TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE.name());
        }
        return file.getBytes();
    }
}
