package io.doorstep.command.cases.link;

import static io.doorstep.command.cases.decision.Refusal.LINKED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.LINKED_OTHERWISE;
import static io.doorstep.command.cases.decision.Refusal.LINKED_TO_ITSELF;
import static io.doorstep.command.cases.decision.Refusal.NOT_LINKED;
import static io.doorstep.command.cases.decision.Refusal.OTHER_CASE_UNKNOWN;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.OTHER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseLinked;
import io.doorstep.events.cases.CaseUnlinked;
import io.doorstep.terms.LinkKind;
import io.doorstep.vault.Private;
import org.junit.jupiter.api.Test;

/** 关联。 */
class LinkCaseTest {

    private static final Private WORDS = new Private("words");

    @Test
    void a_person_links_two_cases_and_takes_it_back() {
        var story = given(reported()).andOther(reported());
        assertThat(story.when(BUREAU, new LinkCase(ID, null, OTHER, LinkKind.REPEAT_OF, null))
                        .leaves(CaseLinked.class)
                        .otherCaseId())
                .isEqualTo(OTHER.value());
        story.when(BUREAU, new LinkCase(ID, null, OTHER, LinkKind.REPEAT_OF, null))
                .isRefused(LINKED_ALREADY);
        story.today("2026-07-01")
                .when(BUREAU, new UnlinkCase(ID, null, OTHER, LinkKind.REPEAT_OF, WORDS))
                .leaves(CaseUnlinked.class);
        story.today("2026-07-02")
                .when(BUREAU, new UnlinkCase(ID, null, OTHER, LinkKind.REPEAT_OF, WORDS))
                .isRefused(NOT_LINKED);
    }

    @Test
    void what_looked_alike_and_is_another_matter_is_a_fact_too_and_taken_back_before_the_opposite() {
        var story = given(reported()).andOther(reported());
        story.when(BUREAU, new LinkCase(ID, null, OTHER, LinkKind.NOT_REPEAT_OF, null))
                .leaves(CaseLinked.class);
        story.when(BUREAU, new LinkCase(ID, null, OTHER, LinkKind.REPEAT_OF, null))
                .isRefused(LINKED_OTHERWISE);
        story.today("2026-07-01")
                .when(BUREAU, new UnlinkCase(ID, null, OTHER, LinkKind.NOT_REPEAT_OF, WORDS))
                .leaves(CaseUnlinked.class);
        story.today("2026-07-02")
                .when(BUREAU, new LinkCase(ID, null, OTHER, LinkKind.REPEAT_OF, null))
                .leaves(CaseLinked.class);
    }

    @Test
    void the_other_case_is_another_and_exists() {
        given(reported())
                .when(BUREAU, new LinkCase(ID, null, ID, LinkKind.RELATED_TO, null))
                .isRefused(LINKED_TO_ITSELF);
        given(reported())
                .when(BUREAU, new LinkCase(ID, null, OTHER, LinkKind.RELATED_TO, null))
                .isRefused(OTHER_CASE_UNKNOWN);
    }
}
