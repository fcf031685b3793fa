package io.doorstep.command.cases.correct;

import static io.doorstep.command.cases.decision.Refusal.ASSIGNEE_IS_ACCUSED;
import static io.doorstep.command.cases.decision.Refusal.NOTHING_TO_CORRECT;
import static io.doorstep.command.cases.decision.Refusal.PARTY_SMALLER_THAN_ITS_NAMES;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.MEDIATOR;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.corrected;
import static io.doorstep.events.cases.CaseStories.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.events.cases.Change;
import io.doorstep.vault.Private;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 更正。 */
class CorrectCaseTest {

    private static CorrectCase to(Map<String, String> plain, @Nullable String statement) {
        return new CorrectCase(
                ID, null, plain, statement == null ? null : new Private(statement), new Private("reason"));
    }

    @Test
    void only_what_differs_is_changed_and_what_was_there_stays_readable() {
        var corrected = given(reported(), assigned())
                .when(BUREAU, to(Map.of("title", "山林权属纠纷", "channel", "VISIT"), "other words"))
                .leaves(CaseCorrected.class);
        assertThat(corrected.changes())
                .containsExactlyInAnyOrder(
                        new Change("title", "宅基地边界纠纷", "山林权属纠纷", null, null),
                        new Change(
                                "statement",
                                null,
                                null,
                                CaseStories.sealed("statement"),
                                CaseStories.sealed("other words")));
    }

    @Test
    void a_second_correction_starts_from_the_first() {
        var corrected = given(reported(), corrected())
                .when(BUREAU, to(Map.of("category", "0103"), "third words"))
                .leaves(CaseCorrected.class);
        assertThat(corrected.changes())
                .contains(
                        new Change("category", "0102", "0103", null, null),
                        new Change(
                                "statement",
                                null,
                                null,
                                CaseStories.sealed("better statement"),
                                CaseStories.sealed("third words")));
    }

    @Test
    void there_must_be_something_to_correct() {
        given(reported())
                .when(BUREAU, to(Map.of("kind", "PETITION", "accusedUnits", "u-accused"), "statement"))
                .isRefused(NOTHING_TO_CORRECT);
        given(reported()).when(BUREAU, to(Map.of(), null)).isRefused(NOTHING_TO_CORRECT);
    }

    @Test
    void who_answers_is_never_accused_and_a_party_is_no_smaller_than_its_names() {
        given(reported(), assigned())
                .when(BUREAU, to(Map.of("accusedUnits", "u-accused," + CaseStories.UNIT), null))
                .isRefused(ASSIGNEE_IS_ACCUSED);
        given(reported()).when(BUREAU, to(Map.of("partySize", "0"), null)).isRefused(PARTY_SMALLER_THAN_ITS_NAMES);
        given(reported()).when(MEDIATOR, to(Map.of("title", "x"), null)).isRefused(ROLE_MAY_NOT);
    }
}
