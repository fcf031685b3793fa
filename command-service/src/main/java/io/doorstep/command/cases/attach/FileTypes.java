package io.doorstep.command.cases.attach;

import io.doorstep.ledger.Unpacked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sorts of file that a case takes, told by their content and never by their name. */
final class FileTypes {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> BY_BEGINNING = Map.of(
            "ffd8ff", "image/jpeg",
            "89504e470d0a1a0a", "image/png",
            "255044462d", "application/pdf");
    private static final String ZIP = "504b0304";
    private static final int LONGEST_BEGINNING = 8;

    private FileTypes() {}

    /** The media type, or empty when it is none of those that are taken. */
    static Optional<String> of(byte[] content) {
        var beginning = HexFormat.of().formatHex(content, 0, Math.min(LONGEST_BEGINNING, content.length));
        for (var known : BY_BEGINNING.entrySet()) {
            if (beginning.startsWith(known.getKey())) {
                return Optional.of(known.getValue());
            }
        }
        if (beginning.startsWith(ZIP)) {
            return office(content);
        }
        return isText(content) ? Optional.of("text/plain") : Optional.empty();
    }

    private static Optional<String> office(byte[] content) {
        try {
            var names = Unpacked.names(new ByteArrayInputStream(content)).orElse(Set.of());
            if (names.contains("word/document.xml")) {
                return Optional.of(OFFICE + "wordprocessingml.document");
            }
            return names.contains("xl/workbook.xml") ? Optional.of(OFFICE + "spreadsheetml.sheet") : Optional.empty();
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static boolean isText(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
