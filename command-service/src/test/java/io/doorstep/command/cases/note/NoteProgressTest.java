package io.doorstep.command.cases.note;

import static io.doorstep.command.cases.decision.Refusal.CASE_IS_VOIDED;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.command.testing.CaseStory.ACCUSED;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.PRIVACY;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.goneBy;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.voided;
import static io.doorstep.events.cases.CaseStories.wholeLife;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.events.cases.Change;
import io.doorstep.events.cases.ProgressNoted;
import io.doorstep.vault.Private;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 办理记录。 */
class NoteProgressTest {

    private static final Private WORDS = new Private("words");

    @Test
    void whoever_works_on_cases_notes_whatever_the_stage() {
        given(wholeLife()).when(UNIT_HANDLER, new NoteProgress(ID, null, WORDS)).leaves(ProgressNoted.class);
        given(wholeLife()).when(PRIVACY, new NoteProgress(ID, null, WORDS)).isRefused(ROLE_MAY_NOT);
        given(goneBy(voided())).when(BUREAU, new NoteProgress(ID, null, WORDS)).isRefused(CASE_IS_VOIDED);
    }

    @Test
    void an_accusation_does_not_exist_for_the_accused() {
        var accusation = new CaseCorrected(
                CaseStories.CASE,
                on("2026-03-03"),
                List.of(new Change("kind", "PETITION", "ACCUSATION", null, null)),
                CaseStories.sealed("reason"));
        assertThat(given(reported(), accusation)
                        .when(ACCUSED, new NoteProgress(ID, null, WORDS))
                        .refusal())
                .isEqualTo("NOT_FOUND");
        given(reported()).when(ACCUSED, new NoteProgress(ID, null, WORDS)).leaves(ProgressNoted.class);
    }
}
