package io.doorstep.command.cases.supervise;

import static io.doorstep.command.cases.decision.Refusal.ANSWER_BEFORE_ORDER;
import static io.doorstep.command.cases.decision.Refusal.NOT_OF_THE_ANSWERING_UNIT;
import static io.doorstep.command.cases.decision.Refusal.NO_SUPERVISION_TO_ANSWER;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.MEDIATOR;
import static io.doorstep.command.testing.CaseStory.SUPERVISOR;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.supervised;

import io.doorstep.events.cases.SupervisionAnswered;
import io.doorstep.events.cases.SupervisionOrdered;
import io.doorstep.terms.SupervisionLevel;
import io.doorstep.vault.Private;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** 督办。 */
class SuperviseTest {

    private static final Private WORDS = new Private("words");

    @Test
    void an_order_is_answered_by_the_unit_once() {
        var story = given(reported(), assigned()).today("2026-04-07");
        story.when(
                        SUPERVISOR,
                        new OrderSupervision(ID, null, SupervisionLevel.COUNTY, LocalDate.parse("2026-04-20"), WORDS))
                .leaves(SupervisionOrdered.class);
        story.today("2026-04-17")
                .when(UNIT_HANDLER, new AnswerSupervision(ID, null, WORDS))
                .leaves(SupervisionAnswered.class);
        story.today("2026-04-18")
                .when(UNIT_HANDLER, new AnswerSupervision(ID, null, WORDS))
                .isRefused(NO_SUPERVISION_TO_ANSWER);
    }

    @Test
    void an_answer_is_not_due_before_the_order() {
        given(reported())
                .today("2026-04-07")
                .when(
                        SUPERVISOR,
                        new OrderSupervision(ID, null, SupervisionLevel.COUNTY, LocalDate.parse("2026-04-06"), null))
                .isRefused(ANSWER_BEFORE_ORDER);
        given(reported(), supervised())
                .when(MEDIATOR, new AnswerSupervision(ID, null, WORDS))
                .isRefused(NOT_OF_THE_ANSWERING_UNIT);
    }
}
