package io.doorstep.query.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 重绘的图片。 */
class RedrawnTest {

    /** Where the red corner of the stored picture belongs: Exif 2.32, 4.6.4, Orientation. */
    @ParameterizedTest
    @CsvSource({
        "1, true, true", "2, false, true", "3, false, false", "4, true, false",
        "5, true, true", "6, false, true", "7, false, false", "8, true, false"
    })
    void is_the_right_way_up_and_tells_nothing_else(int orientation, boolean left, boolean top) throws Exception {
        var taken = withExif(picture("jpeg", 60, 40), orientation);
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(taken))
                        .getFirstDirectoryOfType(ExifIFD0Directory.class))
                .as("what the camera wrote")
                .isNotNull();
        var drawn = Redrawn.of(taken, "image/jpeg").orElseThrow();
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(drawn))
                        .getFirstDirectoryOfType(ExifIFD0Directory.class))
                .isNull();
        var shown = ImageIO.read(new ByteArrayInputStream(drawn));
        assertThat(shown.getWidth()).isEqualTo(orientation < 5 ? 60 : 40);
        var x = left ? 3 : shown.getWidth() - 4;
        var y = top ? 3 : shown.getHeight() - 4;
        assertThat(new Color(shown.getRGB(x, y)).getRed()).isGreaterThan(200);
        assertThat(new Color(shown.getRGB(x, y)).getGreen()).isLessThan(100);
    }

    @Test
    void what_stands_behind_the_picture_does_not_come_along() throws IOException {
        var picture = picture("png", 20, 20);
        var words = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var both = Arrays.copyOf(picture, picture.length + words.length);
        System.arraycopy(words, 0, both, picture.length, words.length);
        assertThat(new String(Redrawn.of(both, "image/png").orElseThrow(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void what_only_calls_itself_a_picture_is_not_drawn() {
        assertThat(Redrawn.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2}, "image/jpeg"))
                .isEmpty();
    }

    @Test
    void a_picture_of_far_too_many_pixels_is_not_drawn() throws IOException {
        var huge = picture("png", 20, 20);
        // width and height stand in bytes 16 to 23 of a PNG (RFC 2083, 4.1.1)
        huge[17] = 1;
        huge[21] = 1;
        assertThat(Redrawn.of(huge, "image/png")).isEmpty();
    }

    /** White, but for the corner at the top left. */
    private static byte[] picture(String format, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < width; x++) {
            for (var y = 0; y < height; y++) {
                picture.setRGB(x, y, x < 16 && y < 16 ? Color.RED.getRGB() : Color.WHITE.getRGB());
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    /** With the smallest Exif segment there is: one entry, the orientation. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        var exif = new byte[] {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        var all = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, all, 0, 2);
        System.arraycopy(exif, 0, all, 2, exif.length);
        System.arraycopy(jpeg, 2, all, 2 + exif.length, jpeg.length - 2);
        return all;
    }
}
