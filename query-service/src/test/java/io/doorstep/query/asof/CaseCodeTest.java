package io.doorstep.query.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 走访码。 A code finds its case, and no other when it was mistyped. */
class CaseCodeTest {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void a_code_says_year_and_count_in_seven_characters() {
        var code = CaseCode.of("430525-2026-000123").orElseThrow();
        assertThat(code).isEqualTo(new CaseCode(26, 123));
        assertThat(code.text()).startsWith("26-003Y").hasSize(8);
        assertThat(code.ending()).isEqualTo("26-000123");
    }

    @Test
    void every_number_comes_back_however_it_is_typed() {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++) {
            var code = new CaseCode(random.nextInt(100), 1 + random.nextInt(i < 1_000 ? 2_000 : 99_999_999));
            var text = code.text();
            assertThat(CaseCode.read(text)).contains(code);
            assertThat(CaseCode.read(" " + text.toLowerCase(Locale.ROOT).replace("-", "") + " "))
                    .contains(code);
        }
    }

    @Test
    void letters_that_look_like_digits_are_read_as_these() {
        var text = new CaseCode(26, 31 + 2).text();
        assertThat(text).startsWith("26-0012");
        assertThat(CaseCode.read(text.replace("0012", "OOIZ"))).contains(new CaseCode(26, 33));
    }

    @Test
    void one_wrong_character_or_two_that_changed_places_are_noticed() {
        for (var count = 1; count < 300; count += 7) {
            var plain = new CaseCode(26, count).text().replace("-", "");
            for (var i = 0; i < plain.length(); i++) {
                for (var j = 0; j < CHARACTERS.length(); j++) {
                    var wrong = new StringBuilder(plain);
                    wrong.setCharAt(i, CHARACTERS.charAt(j));
                    if (!wrong.toString().equals(plain)) {
                        assertThat(CaseCode.read(wrong.toString()))
                                .as(wrong.toString())
                                .isEmpty();
                    }
                }
                for (var j = i + 1; j < plain.length(); j++) {
                    var swapped = new StringBuilder(plain);
                    swapped.setCharAt(i, plain.charAt(j));
                    swapped.setCharAt(j, plain.charAt(i));
                    if (!swapped.toString().equals(plain)) {
                        assertThat(CaseCode.read(swapped.toString()))
                                .as(swapped.toString())
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void numbers_of_another_make_have_none_and_words_are_no_code() {
        assertThat(CaseCode.of("430525-2026-c1")).isEmpty();
        assertThat(CaseCode.of("洞信〔2019〕7号")).isEmpty();
        assertThat(CaseCode.read("")).isEmpty();
        assertThat(CaseCode.read("宅基地边界纠纷")).isEmpty();
        assertThat(CaseCode.read("430525-2026-000123")).isEmpty();
    }
}
