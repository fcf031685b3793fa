package io.doorstep.visits;

import static io.doorstep.visits.VisitQuestion.CASE_CLOSED_OUT;
import static io.doorstep.visits.VisitQuestion.CASE_LEFT_THE_LIST;
import static io.doorstep.visits.VisitQuestion.INSPECTED_WHILE_OPEN;
import static io.doorstep.visits.VisitQuestion.NOT_YET_RESOLVED;
import static io.doorstep.visits.VisitQuestion.OFFICER_RECUSED;
import static io.doorstep.visits.VisitQuestion.OTHER_VISIT_DIFFERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.visits.VisitQuestion.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 待人工处理。 */
class VisitQuestionTest {

    private static final Standing OPEN = new Standing(false, false, false, false, false);

    @Test
    void a_visit_to_an_open_case_asks_nothing_unless_it_says_settled() {
        assertThat(VisitQuestion.of("DOWN_VISIT", "ESCALATED", OPEN, List.of())).isEmpty();
        assertThat(VisitQuestion.of("DOWN_VISIT", "RESOLVED_ON_SPOT", OPEN, List.of()))
                .containsExactly(NOT_YET_RESOLVED);
        assertThat(VisitQuestion.of(
                        "DOWN_VISIT", "RESOLVED_ON_SPOT", new Standing(false, false, false, true, false), List.of()))
                .isEmpty();
    }

    @Test
    void one_that_arrived_after_the_end_is_looked_at_and_one_from_before_was() {
        assertThat(VisitQuestion.of("DOWN_VISIT", "ESCALATED", new Standing(true, false, true, true, false), List.of()))
                .containsExactly(CASE_CLOSED_OUT);
        assertThat(VisitQuestion.of(
                        "DOWN_VISIT", "ESCALATED", new Standing(true, false, false, true, false), List.of("NOT_MET")))
                .isEmpty();
        assertThat(VisitQuestion.of(
                        "DOWN_VISIT", "ESCALATED", new Standing(false, true, true, false, false), List.of()))
                .containsExactly(CASE_LEFT_THE_LIST);
        assertThat(VisitQuestion.of(
                        "DOWN_VISIT", "RESOLVED_ON_SPOT", new Standing(true, false, true, true, false), List.of()))
                .as("it says what was decided anyway")
                .isEmpty();
    }

    @Test
    void who_is_to_keep_away_and_what_another_heard_that_day_are_said() {
        assertThat(VisitQuestion.of(
                        "DOWN_VISIT", "ESCALATED", new Standing(false, false, false, false, true), List.of()))
                .containsExactly(OFFICER_RECUSED);
        assertThat(VisitQuestion.of("DOWN_VISIT", "ESCALATED", OPEN, List.of("COMMITMENT")))
                .containsExactly(OTHER_VISIT_DIFFERS);
        assertThat(VisitQuestion.of("DOWN_VISIT", "ESCALATED", OPEN, List.of("NOT_MET", "ESCALATED")))
                .isEmpty();
        assertThat(VisitQuestion.of("DOWN_VISIT", "NOT_MET", OPEN, List.of("COMMITMENT")))
                .isEmpty();
    }

    @Test
    void an_inspection_of_a_case_that_nobody_ended_is_asked_about() {
        assertThat(VisitQuestion.of("INSPECTION_VISIT", "ESCALATED", OPEN, List.of()))
                .containsExactly(INSPECTED_WHILE_OPEN);
        assertThat(VisitQuestion.of(
                        "INSPECTION_VISIT", "ESCALATED", new Standing(false, false, false, true, false), List.of()))
                .isEmpty();
    }
}
