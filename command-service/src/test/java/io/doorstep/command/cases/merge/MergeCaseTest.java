package io.doorstep.command.cases.merge;

import static io.doorstep.command.cases.decision.Refusal.CASE_IS_CLOSED_OUT;
import static io.doorstep.command.cases.decision.Refusal.LINKED_TO_ITSELF;
import static io.doorstep.command.cases.decision.Refusal.OTHER_CASE_HAS_LEFT;
import static io.doorstep.command.cases.decision.Refusal.OTHER_CASE_UNKNOWN;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.OTHER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.merged;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.wholeLife;

import io.doorstep.events.cases.CaseMerged;
import io.doorstep.vault.Private;
import org.junit.jupiter.api.Test;

/** 并案。 */
class MergeCaseTest {

    private static final Private WORDS = new Private("words");

    @Test
    void a_case_goes_on_as_part_of_another() {
        given(reported())
                .andOther(reported())
                .when(BUREAU, new MergeCase(ID, null, OTHER, WORDS))
                .leaves(CaseMerged.class);
    }

    @Test
    void the_other_case_must_go_on_itself() {
        given(reported())
                .andOther(reported(), merged())
                .when(BUREAU, new MergeCase(ID, null, OTHER, WORDS))
                .isRefused(OTHER_CASE_HAS_LEFT);
        given(reported()).when(BUREAU, new MergeCase(ID, null, OTHER, WORDS)).isRefused(OTHER_CASE_UNKNOWN);
        given(reported()).when(BUREAU, new MergeCase(ID, null, ID, WORDS)).isRefused(LINKED_TO_ITSELF);
        given(wholeLife())
                .andOther(reported())
                .when(BUREAU, new MergeCase(ID, on("2026-03-20"), OTHER, WORDS))
                .isRefused(CASE_IS_CLOSED_OUT);
    }
}
