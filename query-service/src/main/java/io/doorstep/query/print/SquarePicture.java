package io.doorstep.query.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** 方码图。 Words as a square code (ISO 18004), as the address of a picture that holds itself: paper takes no other. */
final class SquarePicture {

    private static final int QUIET = 4;
    private static final int DOTS = 4;
    private static final int WHITE = 0xFFFFFF;

    private SquarePicture() {}

    static String of(String words) {
        try {
            var fields =
                    new QRCodeWriter().encode(words, BarcodeFormat.QR_CODE, 1, 1, Map.of(EncodeHintType.MARGIN, QUIET));
            var picture = new BufferedImage(
                    fields.getWidth() * DOTS, fields.getHeight() * DOTS, BufferedImage.TYPE_BYTE_BINARY);
            for (var y = 0; y < picture.getHeight(); y++) {
                for (var x = 0; x < picture.getWidth(); x++) {
                    picture.setRGB(x, y, fields.get(x / DOTS, y / DOTS) ? 0 : WHITE);
                }
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
