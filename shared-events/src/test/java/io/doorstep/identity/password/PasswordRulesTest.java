package io.doorstep.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.web.FieldProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 口令规则。 */
class PasswordRulesTest {
    private static final Guessable GUESSABLE = Guessable.with(List.of("洞口县信访局", "dongkou"));

    private final PasswordRules nist = new PasswordRules(PasswordProfile.NIST, GUESSABLE);
    private final PasswordRules mlps3 = new PasswordRules(PasswordProfile.MLPS3, GUESSABLE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "朝阳街 correct horse 1949",
                "long enough for an officer",
                "correct horse battery",
                "今天下午三点在村口老槐树下开会",
                "七里坪 vx93 kettle moss"
            })
    void nist_takes_whatever_is_long_and_not_easily_guessed(String password) {
        assertThat(problems(nist, password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "14 characters., TOO_SHORT",
        "passwordpassword, EASILY_GUESSED",
        "123456789012345, EASILY_GUESSED",
        "qwertyuiopasdfgh, EASILY_GUESSED",
        "aaaaaaaaaaaaaaaaaaaa, EASILY_GUESSED",
        "woaini1314woaini1314, EASILY_GUESSED",
        "doorstepdoorstep2026, EASILY_GUESSED",
        "洞口县信访局洞口县信访局洞口县信访局, EASILY_GUESSED",
        "hello wang.officer long, CONTAINS_THE_ID"
    })
    void what_everybody_would_try_is_refused(String password, String code) {
        assertThat(problems(nist, password)).containsExactly(code);
    }

    @Test
    void a_second_factor_lets_a_password_be_shorter() {
        assertThat(nist.problems("password", "mx7!rope kelp", "wang.officer", "王某", true))
                .isEmpty();
        assertThat(problems(nist, "mx7!rope kelp")).containsExactly("TOO_SHORT");
    }

    @ParameterizedTest
    @CsvSource({
        "aK3xp9, TOO_SHORT",
        "kelpropemoss, TOO_FEW_KINDS",
        "kelprope77, TOO_FEW_KINDS",
        "Admin@123, EASILY_GUESSED",
        "P@ssw0rd, EASILY_GUESSED",
        "Doorstep1!, EASILY_GUESSED",
        "1qaz@WSX, EASILY_GUESSED"
    })
    void level_three_wants_three_kinds_of_characters(String password, String code) {
        assertThat(problems(mlps3, password)).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aK3!xp9Q", "Kelp-rope77"})
    void level_three_takes_eight_characters_of_three_kinds(String password) {
        assertThat(problems(mlps3, password)).isEmpty();
    }

    @Test
    void level_three_wants_a_change_after_ninety_days_and_nist_never() {
        var set = Instant.parse("2026-03-02T09:00:00Z");
        assertThat(mlps3.isOutworn(set, set.plus(Duration.ofDays(90)))).isFalse();
        assertThat(mlps3.isOutworn(set, set.plus(Duration.ofDays(91)))).isTrue();
        assertThat(nist.isOutworn(set, set.plus(Duration.ofDays(9_000)))).isFalse();
    }

    @Test
    void an_office_may_bring_a_list_of_leaked_passwords(@TempDir Path folder) throws IOException {
        var list = Files.writeString(folder.resolve("leaked.txt"), "七里坪 vx93 kettle moss\n");
        var rules = new PasswordRules(PasswordProfile.NIST, Guessable.with(List.of(), list));
        assertThat(problems(rules, "七里坪 VX93 kettle moss ")).containsExactly("EASILY_GUESSED");
    }

    private static List<String> problems(PasswordRules rules, String password) {
        return rules.problems("password", password, "wang.officer", "王某", false).stream()
                .map(FieldProblem::code)
                .toList();
    }
}
