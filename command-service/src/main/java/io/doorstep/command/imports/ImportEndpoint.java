package io.doorstep.command.imports;

import io.doorstep.command.web.Ask;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

@RestController
class ImportEndpoint {

    private final ImportDesk desk;
    private final DryRunStart starts;
    private final ImportWorker worker;

    ImportEndpoint(ImportDesk desk, DryRunStart starts, ImportWorker worker) {
        this.desk = desk;
        this.starts = starts;
        this.worker = worker;
    }

    record Accepted(String importId, String state, boolean dryRun) {}

    /**
     * 上传的内容。 What is sent along with an import.
     *
     * @param mapping as JSON
     */
    @Schema(name = "LedgerToImport")
    record Sent(
            @Schema(type = "string", format = "binary") String file,
            String mapping,
            @Nullable Boolean dryRun) {}

    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Sent.class))))
    @PostMapping(path = "/api/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Accepted> take(MultipartHttpServletRequest request, Ask ask) {
        MayImport.or403(ask);
        var parts = new Parts(request);
        var file = parts.content("file");
        var mapping = parts.text("mapping");
        var missing = new ArrayList<FieldProblem>();
        if (file == null || file.length == 0) {
            missing.add(FieldProblem.of("file", "REQUIRED"));
        }
        if (mapping == null) {
            missing.add(FieldProblem.of("mapping", "REQUIRED"));
        }
        var dryRun = parts.flag("dryRun", missing);
        if (file == null || mapping == null || !missing.isEmpty()) {
            throw new Malformed(missing);
        }
        var id = importId(ask);
        return accepted(id, desk.take(id, mapping, file, ask.actor(), dryRun), dryRun);
    }

    /** Does what a dry run rehearsed, with the file that is kept of it. */
    @PostMapping("/api/imports/{importId}/start")
    ResponseEntity<Accepted> start(@PathVariable String importId, Ask ask) {
        MayImport.or403(ask);
        var begun = starts.begin(importId, ask.actor());
        return accepted(begun, desk.state(begun), false);
    }

    private ResponseEntity<Accepted> accepted(String id, String state, boolean dryRun) {
        worker.ring();
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + id))
                .body(new Accepted(id, state, dryRun));
    }

    /** The same key of the same person is the same import. */
    private static String importId(Ask ask) {
        var key = ask.idempotencyKey();
        var id = key == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((ask.actor().id() + "\n" + key).getBytes(StandardCharsets.UTF_8));
        return id.toString();
    }
}
