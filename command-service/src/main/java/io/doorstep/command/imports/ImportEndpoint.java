package io.doorstep.command.imports;

import static io.doorstep.terms.Role.ADMINISTRATOR;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;

import io.doorstep.command.web.Ask;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

@RestController
class ImportEndpoint {

    private final ImportDesk desk;
    private final ImportWorker worker;

    ImportEndpoint(ImportDesk desk, ImportWorker worker) {
        this.desk = desk;
        this.worker = worker;
    }

    record Accepted(String importId, String state) {}

    @PostMapping(path = "/api/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Accepted> take(MultipartHttpServletRequest parts, Ask ask) {
        if (!ask.actor().is(PETITION_OFFICER, DISPATCHER, ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
        var file = part(parts, "file");
        var mapping = part(parts, "mapping");
        var missing = new ArrayList<FieldProblem>();
        if (file == null || file.length == 0) {
            missing.add(FieldProblem.of("file", "REQUIRED"));
        }
        if (mapping == null) {
            missing.add(FieldProblem.of("mapping", "REQUIRED"));
        }
        if (file == null || mapping == null || !missing.isEmpty()) {
            throw new Malformed(missing);
        }
        var id = importId(ask);
        var state = desk.take(id, new String(mapping, StandardCharsets.UTF_8), file, ask.actor());
        worker.ring();
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + id))
                .body(new Accepted(id, state));
    }

    /** The same key of the same person is the same import. */
    private static String importId(Ask ask) {
        var key = ask.idempotencyKey();
        var id = key == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((ask.actor().id() + "\n" + key).getBytes(StandardCharsets.UTF_8));
        return id.toString();
    }

    /** Content of a part, whether it was sent as a file or as a field of the form. */
    private static byte @Nullable [] part(MultipartHttpServletRequest parts, String name) {
        try {
            var file = parts.getFile(name);
            if (file != null) {
                return file.getBytes();
            }
            var field = parts.getParameter(name);
            return field == null ? null : field.getBytes(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
