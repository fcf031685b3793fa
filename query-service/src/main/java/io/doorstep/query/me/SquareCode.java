package io.doorstep.query.me;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** Words as a square code (ISO 18004), drawn as SVG: every dark field is a square of one unit. */
final class SquareCode {
    private static final int QUIET = 4;

    private SquareCode() {}

    static String svg(String words) {
        try {
            var fields =
                    new QRCodeWriter().encode(words, BarcodeFormat.QR_CODE, 1, 1, Map.of(EncodeHintType.MARGIN, QUIET));
            var path = new StringBuilder();
            for (var y = 0; y < fields.getHeight(); y++) {
                for (var x = 0; x < fields.getWidth(); x++) {
                    if (fields.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">
                    <rect width="100%%" height="100%%" fill="#fff"/><path d="%s"/></svg>
                    """.formatted(fields.getWidth(), fields.getHeight(), path);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
