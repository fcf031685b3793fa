package io.doorstep.query.print;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * 字库。 The typefaces of printed forms. They ship with the product: Chinese prints the same on a machine without any, and
 * what none of them holds is marked, for a name that loses a character silently is another name.
 */
final class Typefaces {

    /** 〓, which printers set where a type is missing. */
    static final char MISSING = '〓';

    private static final int LAST_CODE_POINT = 0x3FFFF;
    // latin first, so that digits and letters between Chinese are those of one hand
    private static final Face LATIN = new Face("latin", "/fonts/OpenSans-Regular.ttf");
    private static final Face HAN = new Face("han", "/fonts/DroidSansFallbackFull.ttf");
    private static final Face RARE = new Face("rare", "/fonts/DoorstepRare.ttf");

    private final BitSet held = new BitSet(LAST_CODE_POINT + 1);
    private final byte[] latin;
    private final byte[] han;
    private final Metrics metrics = new Metrics();

    private record Face(String family, String file) {

        InputStream open() {
            return Objects.requireNonNull(Typefaces.class.getResourceAsStream(file), file);
        }

        byte[] read() {
            try (var in = open()) {
                return in.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file, unreadable);
            }
        }
    }

    /** Reads fifteen megabytes; do it once. */
    Typefaces() {
        latin = LATIN.read();
        han = HAN.read();
        learn(latin);
        learn(han);
        learn(RARE.read());
    }

    /** A text with a mark for each character that cannot be printed, and whether there was one. */
    record Printable(String text, boolean complete) {}

    Printable printable(String text) {
        var printable = new StringBuilder(text.length());
        var complete = true;
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var code = text.codePointAt(i);
            if (held.get(code) || code == '\n') {
                printable.appendCodePoint(code);
            } else if (!invisible(code)) {
                printable.append(MISSING);
                complete = false;
            }
        }
        return new Printable(printable.toString(), complete);
    }

    /** Makes the typefaces known to a document; it takes those that it needs. */
    void into(PdfRendererBuilder document) {
        document.useFont(() -> new ByteArrayInputStream(latin), LATIN.family);
        document.useFont(() -> new ByteArrayInputStream(han), HAN.family);
        // ten megabytes that few documents need: read again by each that does
        document.useFont(RARE::open, RARE.family);
        document.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics);
    }

    private void learn(byte[] face) {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(face))) {
            var glyphs = font.getUnicodeCmapLookup();
            for (var code = (int) ' '; code <= LAST_CODE_POINT; code++) {
                if (glyphs.getGlyphId(code) != 0) {
                    held.set(code);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What shows nothing where it is held: joiners, directions, variants of a form, byte order marks. */
    private static boolean invisible(int code) {
        return Character.getType(code) == Character.FORMAT
                || Character.getType(code) == Character.CONTROL
                || (code >= 0xFE00 && code <= 0xFE0F)
                || (code >= 0xE0100 && code <= 0xE01EF);
    }

    /** How high and wide the typefaces run, so that a document opens only those it prints with. */
    private static final class Metrics implements FSCacheEx<String, FSCacheValue> {

        private final Map<String, FSCacheValue> known = new ConcurrentHashMap<>();

        @Override
        public void put(String name, FSCacheValue value) {
            known.put(name, value);
        }

        @Override
        public @Nullable FSCacheValue get(String name) {
            return known.get(name);
        }

        @Override
        public @Nullable FSCacheValue get(String name, Callable<? extends FSCacheValue> loader) {
            var value = known.get(name);
            if (value != null) {
                return value;
            }
            try {
                var loaded = loader.call();
                if (loaded != null) {
                    known.put(name, loaded);
                }
                return loaded;
            } catch (Exception unreadable) {
                throw new IllegalStateException(name, unreadable);
            }
        }
    }
}
