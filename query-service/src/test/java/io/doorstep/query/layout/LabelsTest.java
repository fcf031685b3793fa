package io.doorstep.query.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseEvent;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.query.asof.RunningClock;
import io.doorstep.terms.Role;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

class LabelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"query", "statistics", "screens", "print"})
    void both_languages_have_the_same_words_and_none_is_empty(String bundle) throws IOException {
        var chinese = words(bundle + ".properties");
        var english = words(bundle + "_en.properties");

        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames());
        assertThat(chinese.values()).noneMatch(word -> word.toString().isBlank());
        assertThat(english.values()).noneMatch(word -> word.toString().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"query.properties", "query_en.properties"})
    void every_constant_every_fact_and_every_clock_has_a_word(String file) throws Exception {
        var wanted = Stream.of(
                        constants(),
                        Arrays.stream(CaseEvent.class.getPermittedSubclasses())
                                .map(fact -> "fact." + fact.getSimpleName()),
                        Arrays.stream(DeadlineClock.values()).map(clock -> "clock." + clock.name()),
                        Stream.of("clock." + RunningClock.REPORT_BACK))
                .flatMap(each -> each);

        assertThat(words(file).stringPropertyNames()).containsAll(wanted.toList());
    }

    private static Stream<String> constants() throws IOException, ClassNotFoundException {
        var all = Stream.<String>builder();
        for (var file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:io/doorstep/terms/*.class")) {
            var name = Objects.requireNonNull(file.getFilename()).replace(".class", "");
            var type = ClassUtils.forName(Role.class.getPackageName() + "." + name, null);
            if (type.isEnum()) {
                for (var constant : type.getEnumConstants()) {
                    all.add(name + "." + ((Enum<?>) constant).name());
                }
            }
        }
        return all.build();
    }

    private static Properties words(String file) throws IOException {
        var properties = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(LabelsTest.class.getResourceAsStream("/" + file)), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
