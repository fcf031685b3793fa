package io.doorstep.ledger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * 字符集识别。 Tells UTF-8 from GB18030 (which holds GBK and GB2312) and UTF-16 by a byte order mark.
 *
 * <p>Chinese text in GBK is hardly ever well-formed UTF-8. The whole file is looked at, because a ledger can open with
 * pages of digits; a single broken character in a UTF-8 file must not turn all the others into nonsense, hence the ratio.
 */
final class CharsetSniffer {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final long GOOD_PER_BAD = 20;

    private long good;
    private long bad;

    private CharsetSniffer() {}

    static Charset charsetOf(LedgerBytes file) throws IOException {
        var marked = marked(file);
        if (marked != null) {
            return marked;
        }
        try (var in = new BufferedInputStream(file.open(), 1 << 16)) {
            var sniffer = new CharsetSniffer();
            sniffer.count(in);
            return sniffer.good >= sniffer.bad * GOOD_PER_BAD ? StandardCharsets.UTF_8 : GB18030;
        }
    }

    /** What a byte order mark says; null without one. */
    static @Nullable Charset marked(LedgerBytes file) throws IOException {
        try (var in = file.open()) {
            byte[] head = in.readNBytes(3);
            if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
            if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
                return StandardCharsets.UTF_16BE;
            }
            return head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF
                    ? StandardCharsets.UTF_8
                    : null;
        }
    }

    /** Counts well-formed and malformed UTF-8 characters beyond ASCII. */
    private void count(InputStream in) throws IOException {
        int b = in.read();
        while (b >= 0) {
            int following = following(b);
            b = b < 0x80 ? in.read() : following == 0 ? malformed(in) : character(in, following);
        }
    }

    private int malformed(InputStream in) throws IOException {
        bad++;
        return in.read();
    }

    private int character(InputStream in, int following) throws IOException {
        for (int i = 0; i < following; i++) {
            int b = in.read();
            if ((b & 0xC0) != 0x80 || b < 0) {
                bad++;
                return b;
            }
        }
        good++;
        return in.read();
    }

    private static int following(int lead) {
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 1;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            return 2;
        }
        return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
    }
}
