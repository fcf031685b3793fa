package io.doorstep.command.visits;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures as telephones take them; each its own. */
final class Pictures {

    private Pictures() {}

    static byte[] jpeg(int side) {
        return jpeg(side, new Random(side));
    }

    static byte[] jpeg(int side, Random random) {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < side; x++) {
            for (var y = 0; y < side; y++) {
                picture.setRGB(x, y, new Color(random.nextInt(1 << 24)).getRGB());
            }
        }
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
