package io.doorstep.query.casepage;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * 重绘的图片。 A picture drawn anew from its pixels, so that nothing leaves the office that was hidden in the file: no place, no
 * device, no program. What is kept stays as it came, under its own hash (docs/decisions/0032).
 */
final class Redrawn {

    /** Pixels of the largest picture that is drawn; a telephone's camera makes some twelve million. */
    private static final long MOST_PIXELS = 40_000_000;

    private Redrawn() {}

    /** The picture as {@code mediaType} has it; empty when it cannot be drawn. */
    static Optional<byte[]> of(byte[] content, String mediaType) {
        var format = mediaType.equals("image/png") ? "png" : "jpeg";
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReadersByFormatName(format);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    return Optional.empty();
                }
                return written(upright(reader.read(0), orientation(content), format), format);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> written(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        return ImageIO.write(picture, format, bytes) ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    /** 1 to 8 as Exif has it; 1 when it says nothing. */
    private static int orientation(byte[] content) {
        try {
            var exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(content))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? 1
                    : exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (ImageProcessingException | MetadataException | IOException saysNothing) {
            return 1;
        }
    }

    /** Turned as the camera was held, for the note that said so is gone. */
    private static BufferedImage upright(BufferedImage picture, int orientation, String format) {
        var turned = orientation >= 5;
        var width = turned ? picture.getHeight() : picture.getWidth();
        var height = turned ? picture.getWidth() : picture.getHeight();
        var sort = format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var upright = new BufferedImage(width, height, sort);
        Graphics2D pen = upright.createGraphics();
        pen.drawImage(picture, turn(orientation, picture.getWidth(), picture.getHeight()), null);
        pen.dispose();
        return upright;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
