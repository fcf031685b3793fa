package io.doorstep.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.cases.decision.Refusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 每一个“不”都有中英文说法。 */
class MessagesTest {

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void every_refusal_is_explained_in_both_languages(Refusal refusal) {
        for (var language : new String[] {"", "_en"}) {
            assertThat(all("shared" + language).getProperty(key(refusal), "")
                            + all("command" + language).getProperty(key(refusal), ""))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared", "command"})
    void both_languages_say_the_same_things(String bundle) {
        assertThat(all(bundle).stringPropertyNames())
                .isEqualTo(all(bundle + "_en").stringPropertyNames());
    }

    @Test
    void nothing_is_explained_that_is_never_said() {
        assertThat(all("command").stringPropertyNames())
                .filteredOn(key -> key.startsWith("refusal."))
                .allSatisfy(key -> assertThat(key.substring("refusal.".length()))
                        .isIn(Arrays.stream(Refusal.values()).map(Enum::name).toList()));
    }

    private static String key(Refusal refusal) {
        return "refusal." + refusal.name();
    }

    private static Properties all(String bundle) {
        var properties = new Properties();
        var stream = Objects.requireNonNull(MessagesTest.class.getResourceAsStream("/" + bundle + ".properties"));
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return properties;
    }
}
