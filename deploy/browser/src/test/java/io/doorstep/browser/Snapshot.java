package io.doorstep.browser;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** 随手拍。 A photo as a phone makes it: large, lying on its side, and telling more than its picture. */
final class Snapshot {
    /** Stands in the photo's metadata, as a place or the phone's owner would. */
    static final String TELLTALE = "TAKEN-BY-ZHAO-AT-110.5678";

    static final int WIDTH = 2400;
    static final int HEIGHT = 1800;

    private Snapshot() {}

    /** A photo that no other number makes; turned by a quarter it is upright, with its dark side up. */
    static byte[] number(int seed) {
        var chance = new Random(seed);
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(WIDTH / 2, 0, WIDTH / 2, HEIGHT);
        for (var i = 0; i < 300; i++) {
            pen.setColor(new Color(chance.nextInt(0xffffff)));
            pen.fillRect(WIDTH / 2 + chance.nextInt(WIDTH / 2), chance.nextInt(HEIGHT), 90, 60);
        }
        pen.dispose();
        var plain = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", plain);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return withMetadata(plain.toByteArray());
    }

    /** Behind the two bytes that begin a JPEG: EXIF with the orientation "turn right by a quarter", and a description. */
    private static byte[] withMetadata(byte[] plain) {
        var told = TELLTALE.getBytes(StandardCharsets.US_ASCII);
        var exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII));
        exif.writeBytes(new byte[] {0, 0, 0, 8, 0, 2});
        exif.writeBytes(new byte[] {0x01, 0x0e, 0, 2, 0, 0, 0, (byte) (told.length + 1), 0, 0, 0, 38});
        exif.writeBytes(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0});
        exif.writeBytes(new byte[4]);
        exif.writeBytes(told);
        exif.write(0);
        var whole = new ByteArrayOutputStream();
        whole.write(plain, 0, 2);
        whole.write(0xff);
        whole.write(0xe1);
        whole.write((exif.size() + 2) >> 8);
        whole.write((exif.size() + 2) & 0xff);
        whole.writeBytes(exif.toByteArray());
        whole.write(plain, 2, plain.length - 2);
        return whole.toByteArray();
    }
}
