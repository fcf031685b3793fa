package io.doorstep.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * 手册图片。 Pictures of the handbook are what the tests saw. Every run keeps them in {@code target/handbook};
 * {@code -Ddocs.write=true} puts them into {@code docs/handbook/pictures}.
 */
final class Pictures {
    private static final Path MADE = Path.of("target", "handbook");
    private static final Path PUBLISHED = Path.of("..", "..", "docs", "handbook", "pictures");
    private static final int LARGEST = 400 * 1024;

    private Pictures() {}

    static void keep(String name, byte[] png) {
        assertThat(png.length).as("bytes of the picture %s", name).isLessThan(LARGEST);
        write(MADE.resolve(name + ".png"), png);
        var published = PUBLISHED.resolve(name + ".png");
        if (Boolean.getBoolean("docs.write")) {
            write(published, png);
        }
        assertThat(published)
                .as(
                        "missing: mvn test -pl deploy/browser -am -Ddocs.write=true -Dsurefire.failIfNoSpecifiedTests=false")
                .exists();
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
