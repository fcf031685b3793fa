package io.doorstep.query.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.Evidence;
import io.doorstep.events.cases.Petitioner;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.Reading;
import io.doorstep.testing.Databases;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class FactWordsTest {

    private static final Set<String> NEVER_SAID = Set.of("caseId", "occurredAt", "changes", "personId");
    private static final Life LIFE = new Life("c1");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_component_of_every_fact_has_a_word(String language) {
        var say = say(Locale.forLanguageTag(language));
        Stream.concat(
                        Arrays.stream(CaseEvent.class.getPermittedSubclasses()),
                        Stream.of(Petitioner.class, Evidence.class))
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(component -> component.getName())
                .filter(name -> !NEVER_SAID.contains(name))
                .forEach(name -> assertThat(say.word("said." + name)).isNotBlank());
    }

    @Test
    void constants_days_and_yes_or_no_are_said_in_the_readers_language() {
        var fact = LIFE.resolved(3, "v1");
        var changes = Map.<String, Object>of(
                "outcome",
                fact.outcome(),
                "revisitDue",
                LocalDate.of(2026, 5, 30),
                "onTheSpot",
                false,
                "stance",
                "ACCEPTS");

        assertThat(lines(Locale.SIMPLIFIED_CHINESE, fact, changes))
                .containsExactlyInAnyOrder("结果 支持诉求", "回访到期日 2026-05-30", "当场化解 否", "群众态度 息诉息访");
        assertThat(lines(Locale.ENGLISH, fact, changes)).contains("Revisit due 30 May 2026", "Settled on the spot No");
    }

    @Test
    void an_outcome_of_a_visit_is_not_that_of_a_resolution() {
        var visited = LIFE.visited(2, "v1", "DOWN_VISIT");

        assertThat(lines(
                        Locale.SIMPLIFIED_CHINESE,
                        visited,
                        Map.of("type", "DOWN_VISIT", "outcome", "RESOLVED_ON_SPOT", "officers", List.of("li", "wang"))))
                .containsExactlyInAnyOrder("形式 下访", "结果 当场化解", "参加人员 li、wang");
    }

    @Test
    void a_correction_says_what_was_there_before() {
        var corrected = new CaseCorrected("c1", Life.day(1), List.of(), Life.WORDS);

        assertThat(lines(
                        Locale.SIMPLIFIED_CHINESE,
                        corrected,
                        Map.of("kind", Map.of("from", "PETITION", "to", "DISPUTE"), "title", Map.of("to", "水渠纠纷"))))
                .containsExactlyInAnyOrder("类别 由“申诉求决”改为“矛盾纠纷”", "标题 由“—”改为“水渠纠纷”");
    }

    @Test
    void evidence_and_petitioners_are_said_part_by_part() {
        record Masked(String name, String phone) {}
        var fact = LIFE.resolved(3, null);

        assertThat(lines(
                        Locale.SIMPLIFIED_CHINESE,
                        fact,
                        Map.of(
                                "evidence",
                                List.of(Map.of("type", "AGREEMENT"), Map.of("text", "双方签字")),
                                "petitioners",
                                List.of(new Masked("张*", "137****1234")))))
                .containsExactlyInAnyOrder("佐证 协议、双方签字", "信访人 姓名：张* 电话：137****1234");
        assertThat(fact).isInstanceOf(CaseResolved.class);
    }

    private static List<String> lines(Locale locale, CaseEvent fact, Map<String, Object> changes) {
        return new FactWords(say(locale))
                .of(fact, changes).stream()
                        .map(line -> line.name() + " " + line.text())
                        .toList();
    }

    private static Say say(Locale locale) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("query", "screens");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var reference = new Reading(Databases.h2()).reference();
        return new Say(messages, locale, reference, Reading.ZONE, LocalDate.of(2026, 3, 2));
    }
}
