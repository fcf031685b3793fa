package io.doorstep.proof.check;

import io.doorstep.proof.Checkpoint;
import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * 检查点文本。 A checkpoint as it goes to a second place: the signed words, a blank line, the signature, the public key, and the leaves since
 * the checkpoint before; all in letters, to be read without this program.
 */
public final class CheckpointText {

    private static final int SIGNED_LINES = 7;
    private static final int SIGNATURE_LINE = 8;
    private static final int KEY_LINE = 9;
    private static final int FROM_LINE = 10;
    private static final int FIRST_LEAF = 11;
    private static final String SIGNATURE = "signature ";
    private static final String KEY = "key ";
    private static final String FROM = "from ";

    private static final Pattern LEAF = Pattern.compile("[A-Za-z0-9+/]{43}=");

    private CheckpointText() {}

    /** 读出的检查点。 What such a text holds; the key is only what the text says of itself. */
    public record Read(Section section, SigningKey key) {}

    public static String of(Section section, SigningKey key) {
        var base64 = Base64.getEncoder();
        var words = new StringBuilder(new String(section.signed().checkpoint().signedWords(), StandardCharsets.UTF_8))
                .append("\n\n")
                .append(SIGNATURE)
                .append(base64.encodeToString(section.signed().signature()))
                .append('\n')
                .append(KEY)
                .append(base64.encodeToString(key.publicKey()))
                .append('\n')
                .append(FROM)
                .append(section.from())
                .append('\n');
        section.leaves()
                .forEach(leaf -> words.append(base64.encodeToString(leaf)).append('\n'));
        return words.toString();
    }

    /**
     * What such a text holds.
     *
     * @throws IllegalArgumentException when the text is no checkpoint
     */
    public static Read read(String text) {
        var lines = text.strip().lines().toList();
        if (lines.size() < FIRST_LEAF || !lines.get(SIGNED_LINES).isEmpty()) {
            throw new IllegalArgumentException("this is no checkpoint of Doorstep");
        }
        try {
            var base64 = Base64.getDecoder();
            var algorithm = HashAlgorithm.valueOf(lines.get(1));
            var checkpoint = new Checkpoint(
                    algorithm,
                    Long.parseLong(lines.get(2)),
                    base64.decode(lines.get(3)),
                    base64.decode(lines.get(4)),
                    Instant.parse(lines.get(5)),
                    lines.get(6));
            if (!String.join("\n", lines.subList(0, SIGNED_LINES))
                    .equals(new String(checkpoint.signedWords(), StandardCharsets.UTF_8))) {
                throw new IllegalArgumentException("this is a checkpoint of another version");
            }
            List<byte[]> leaves = new ArrayList<>();
            lines.subList(FIRST_LEAF, lines.size()).forEach(line -> leaves.add(base64.decode(line)));
            var signature = base64.decode(after(SIGNATURE, lines.get(SIGNATURE_LINE)));
            var key = new SigningKey(algorithm, base64.decode(after(KEY, lines.get(KEY_LINE))));
            var from = Long.parseLong(after(FROM, lines.get(FROM_LINE)));
            return new Read(new Section(new Checkpoint.Signed(checkpoint, signature), from, leaves), key);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("this is no checkpoint of Doorstep", malformed);
        }
    }

    /**
     * The checkpoints that stand somewhere in a text: a mail with its greeting and marks of quotation, lines that a program of mail broke, words
     * that were typed off paper with blanks between them. Whatever was mistyped does not agree with the signature.
     *
     * @throws IllegalArgumentException when there is none, or one has no end
     */
    public static List<Read> findIn(String text) {
        var lines = text.lines().map(CheckpointText::plain).toList();
        var found = IntStream.range(0, lines.size())
                .filter(n -> lines.get(n).equals(Checkpoint.FORMAT))
                .mapToObj(n -> read(whole(lines.subList(n, lines.size()))))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("this is no checkpoint of Doorstep");
        }
        return found;
    }

    private static String plain(String line) {
        return line.replaceAll("^[>|\\s\\u00a0\\ufeff]+", "")
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    /** The first checkpoint of some lines, each of its parts on one line again. */
    private static String whole(List<String> lines) {
        var parts = new ArrayList<String>();
        for (var line : lines) {
            var last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
            if (line.isEmpty()) {
                continue;
            }
            if (parts.size() >= FIRST_LEAF
                    && !LEAF.matcher(line.replace(" ", "")).matches()) {
                break;
            }
            if (parts.size() == SIGNED_LINES) {
                parts.add("");
            }
            if (line.startsWith(SIGNATURE) || line.startsWith(KEY) || line.startsWith(FROM)) {
                parts.add(line.substring(0, line.indexOf(' ') + 1)
                        + line.substring(line.indexOf(' ')).replace(" ", ""));
            } else if (last.startsWith(SIGNATURE) || last.startsWith(KEY)) {
                parts.set(parts.size() - 1, last + line.replace(" ", ""));
            } else {
                parts.add(line.replace(" ", ""));
            }
        }
        return String.join("\n", parts);
    }

    private static String after(String label, String line) {
        if (!line.startsWith(label)) {
            throw new IllegalArgumentException("a checkpoint has a line \"" + label.strip() + "\" here");
        }
        return line.substring(label.length());
    }
}
