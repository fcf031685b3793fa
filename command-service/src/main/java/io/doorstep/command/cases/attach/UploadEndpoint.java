package io.doorstep.command.cases.attach;

import io.doorstep.command.cases.attach.Uploads.Upload;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.dispatch.Desk;
import io.doorstep.command.web.Ask;
import io.doorstep.identity.TokenAuthentication;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a file from a telephone piece by piece, and says each time how far it is (docs/decisions/0031). */
@RestController
class UploadEndpoint {

    private static final int LARGEST_PIECE = 64 * 1024;

    private final Uploads uploads;
    private final Attaching attaching;
    private final Desk desk;

    UploadEndpoint(Uploads uploads, Attaching attaching, Desk desk) {
        this.uploads = uploads;
        this.attaching = attaching;
        this.desk = desk;
    }

    /** 进度。 How many bytes are held from the start, and whether the whole file is kept and on record. */
    record Progress(int received, boolean complete) {}

    @PostMapping(
            path = "/api/cases/{id}/uploads/{sha256:[0-9a-f]{64}}",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    Progress upload(
            @PathVariable UUID id,
            @PathVariable String sha256,
            @RequestParam int offset,
            @RequestParam int size,
            @RequestParam(required = false) @Nullable String name,
            @RequestBody(required = false) byte @Nullable [] body,
            Ask ask) {
        var device = TokenAuthentication.device().orElseThrow(Named::roleMayNot);
        var caseId = new CaseId(id);
        if (!desk.takesFrom(ask.actor(), caseId.value())) {
            throw Named.notFound();
        }
        var piece = body == null ? new byte[0] : body;
        check(offset, size, piece);
        var upload = new Upload(caseId.value(), device, sha256, size);
        if (desk.hasFile(caseId.value(), sha256)) {
            uploads.forget(upload);
            return new Progress(size, true);
        }
        var received = uploads.take(upload, offset, piece);
        if (received.isPresent() && received.get() < size) {
            return new Progress(received.get(), false);
        }
        var whole = received.flatMap(all -> uploads.whole(upload));
        if (whole.isEmpty()) {
            var finished = desk.hasFile(caseId.value(), sha256);
            return new Progress(finished ? size : 0, finished);
        }
        attaching.takeOnce(caseId, whole.get(), Attaching.nameOf(name), ask);
        uploads.forget(upload);
        return new Progress(size, true);
    }

    private static void check(int offset, int size, byte[] piece) {
        if (size < 1) {
            throw new Malformed(FieldProblem.of("size", "OUT_OF_RANGE", 1, Attaching.MOST_BYTES));
        }
        if (size > Attaching.MOST_BYTES || piece.length > LARGEST_PIECE) {
            throw new Named(HttpStatus.CONTENT_TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE.name());
        }
        if (offset < 0 || offset > size - piece.length) {
            throw new Malformed(FieldProblem.of("offset", "OUT_OF_RANGE", 0, Math.max(0, size - piece.length)));
        }
    }
}
