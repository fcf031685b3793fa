package io.doorstep.command.cases.voiding;

import static io.doorstep.command.cases.decision.Refusal.CASE_IS_VOIDED;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.SUPERVISOR;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.goneBy;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.voided;
import static io.doorstep.events.cases.CaseStories.wholeLife;

import io.doorstep.events.cases.CaseVoided;
import io.doorstep.vault.Private;
import org.junit.jupiter.api.Test;

/** 作废。 */
class VoidCaseTest {

    private static final Private WORDS = new Private("words");

    @Test
    void a_case_is_voided_once_whatever_its_stage() {
        given(wholeLife()).when(SUPERVISOR, new VoidCase(ID, null, WORDS)).leaves(CaseVoided.class);
        given(goneBy(voided())).when(SUPERVISOR, new VoidCase(ID, null, WORDS)).isRefused(CASE_IS_VOIDED);
        given(goneBy(voided()))
                .when(SUPERVISOR, new VoidCase(ID, on("2026-03-03"), WORDS))
                .isRefused(CASE_IS_VOIDED);
    }
}
