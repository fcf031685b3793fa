package io.doorstep.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerWordsTest {

    private final LedgerWords words = new LedgerWords();

    @Test
    void Every_target_and_constant_has_words_and_every_word_a_target() {
        var wanted = new ArrayList<String>();
        for (var target : Target.values()) {
            wanted.add("target." + target.wire());
            CodeGuess.constants(target).forEach(constant -> wanted.add(target.wire() + "." + constant));
        }
        assertThat(words.all().keySet()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(words.all().values())
                .allSatisfy(list -> assertThat(list).doesNotContain("").doesNotHaveDuplicates());
    }

    @Test
    void Every_target_has_a_name_in_both_languages() {
        for (var language : List.of(Locale.ROOT, Locale.ENGLISH)) {
            var bundle = ResourceBundle.getBundle("shared", language);
            assertThat(Arrays.stream(Target.values()).map(target -> "target." + target.wire()))
                    .allMatch(bundle::containsKey);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "编号, id",
        "留言编号, id",
        "登记时间（年月日）, reportedAt",
        "*联系电话, petitioner.phone",
        "所属乡镇/街道, place",
        "Closed Date, resolvedAt",
        "complaint_type, title",
        "Unique Key, id",
        "反映的主要内容, statement",
        "销号日期, closedOutAt",
    })
    void Headings_are_recognised_however_they_are_written(String heading, String target) {
        var best = Stream.of(Target.values())
                .max(java.util.Comparator.comparingInt(it -> words.fit(heading, it)))
                .orElseThrow();
        assertThat(words.fit(heading, best)).isPositive();
        assertThat(best.wire()).isEqualTo(target);
    }
}
