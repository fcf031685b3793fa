package io.doorstep.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgeTest {

    @TempDir
    Path folder;

    @Test
    void several_recipients_each_open_it() throws Exception {
        var one = Age.newPair();
        var two = Age.newPair();
        var file = sealed("给两个人", List.of(one.recipient(), two.recipient()));
        for (var pair : List.of(one, two)) {
            var identity = Files.writeString(folder.resolve("identity"), pair.identity());
            try (var in = Age.decrypting(file, identity)) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("给两个人");
            }
        }
    }

    @Test
    void a_word_that_is_no_recipient_is_told_without_repeating_it() {
        assertThatThrownBy(() -> Age.writers(List.of("AGE-SECRET-KEY-1MISTAKEN")))
                .isInstanceOf(UnusableArchive.class)
                .hasMessageNotContaining("MISTAKEN")
                .hasMessageContaining("age1");
        assertThatThrownBy(() -> Age.writers(List.of())).isInstanceOf(UnusableArchive.class);
    }

    /** The tool that the format comes from reads ours, and we read its: an archive outlives this product. */
    @Test
    void the_tool_of_the_format_reads_ours_and_we_read_its() throws Exception {
        var age = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, "age"))
                .filter(Files::isExecutable)
                .findFirst();
        if ("true".equals(System.getenv("DOORSTEP_ACCEPTANCE_REQUIRED"))) {
            assertThat(age).as("the program age").isPresent();
        }
        Assumptions.assumeTrue(age.isPresent(), "SKIPPED: the program age is not installed");
        var pair = Age.newPair();
        var identity = Files.writeString(folder.resolve("identity"), pair.identity() + "\n");
        var words = "事实 facts ".repeat(20_000);
        var ours = sealed(words, List.of(pair.recipient()));
        var opened = folder.resolve("opened");
        run(age.get().toString(), "-d", "-i", identity.toString(), "-o", opened.toString(), ours.toString());
        assertThat(opened).hasContent(words);

        var its = folder.resolve("its.age");
        run(age.get().toString(), "-r", pair.recipient(), "-o", its.toString(), opened.toString());
        try (var in = Age.decrypting(its, identity)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(words);
        }
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    private Path sealed(String words, List<String> recipients) throws Exception {
        var file = folder.resolve("sealed.age");
        try (var out = Age.encrypting(
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), recipients)) {
            out.write(words.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
