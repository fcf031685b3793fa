package io.doorstep.federation;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一段。 Some lines of a county's ledger in order, under a head that was signed for this answer: size, root and chain of all there is.
 *
 * @param from how many facts the asker has; the first line stands at this position
 * @param head as a checkpoint's text without leaves, with signature and key; null while the county has no fact
 * @param before what shows that the first {@code from} facts are the beginning of the head (RFC 9162, 2.1.4), in Base64
 * @param through the same for all up to the last line
 */
public record Stretch(long from, @Nullable String head, List<String> before, List<String> through, List<Line> lines) {

    public static List<String> letters(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }

    static List<byte[]> hashes(List<String> letters) {
        return letters.stream().map(Base64.getDecoder()::decode).toList();
    }
}
