package io.doorstep.verifier;

import io.doorstep.proof.check.JdbcHistory;
import io.doorstep.proof.check.JdbcHistory.Placed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * 全史导出。 The whole history in the order of the ledger, one fact a line: as JSON (docs/history.schema.json), or as CSV (RFC 4180) when the
 * file is called so. Content stands as the store keeps it, byte for byte, with personal words as ciphertext.
 */
final class Export {

    private static final List<String> HEADINGS = List.of(
            "position", "id", "subjectType", "subject", "number", "type", "version", "time", "payload", "metadata");

    private static final JsonFactory JSON = new JsonFactory();

    private Export() {}

    /** Writes a file that must not be there yet; answers how many facts there were. */
    static long to(Path file, JdbcHistory history) throws IOException {
        var csv = file.toString().endsWith(".csv");
        var written = 0L;
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            if (csv) {
                line(out, HEADINGS.stream());
            }
            for (var facts = history.factsInOrder(); facts.hasNext(); written++) {
                if (csv) {
                    line(out, cells(facts.next()));
                } else {
                    json(out, facts.next());
                }
            }
        }
        return written;
    }

    private static void json(BufferedWriter out, Placed placed) throws IOException {
        var fact = placed.fact();
        var line = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("position", placed.position());
            json.writeStringProperty("id", fact.identifier());
            json.writeStringProperty("subjectType", fact.subjectType());
            json.writeStringProperty("subject", fact.subject());
            json.writeNumberProperty("number", fact.number());
            json.writeStringProperty("type", fact.type());
            json.writeStringProperty("version", fact.version());
            json.writeStringProperty("time", fact.time());
            json.writeStringProperty("payload", words(fact.payload()));
            json.writeStringProperty("metadata", words(fact.metadata()));
            json.writeEndObject();
        }
        out.write(line.append('\n').toString());
    }

    private static Stream<String> cells(Placed placed) throws IOException {
        var fact = placed.fact();
        return Stream.of(
                Long.toString(placed.position()),
                fact.identifier(),
                fact.subjectType(),
                fact.subject(),
                Long.toString(fact.number()),
                fact.type(),
                fact.version(),
                fact.time(),
                words(fact.payload()),
                words(fact.metadata()));
    }

    private static void line(BufferedWriter out, Stream<String> cells) throws IOException {
        out.write(cells.map(cell -> '"' + cell.replace("\"", "\"\"") + '"').collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    /** The very bytes as words: what is no UTF-8 cannot be told so, and is refused. */
    private static String words(byte[] bytes) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
