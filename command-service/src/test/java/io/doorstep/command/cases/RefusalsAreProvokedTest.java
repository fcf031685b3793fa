package io.doorstep.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.cases.decision.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 每一个“不”都被试过。 No refusal stands in the list that no test has ever provoked. */
class RefusalsAreProvokedTest {

    private static final Path TESTS = Path.of("src/test/java");

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void somewhere_in_the_tests(Refusal refusal) throws IOException {
        var provoked = Pattern.compile("(isRefused\\(|Refusal\\.)" + refusal.name() + "\\b|\"" + refusal.name() + "\"");
        try (var files = Files.walk(TESTS)) {
            assertThat(files.filter(file -> file.toString().endsWith("Test.java"))
                            .anyMatch(file -> provoked.matcher(textOf(file)).find()))
                    .as(refusal.name())
                    .isTrue();
        }
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
