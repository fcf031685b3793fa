package io.doorstep.command.cases.divert;

import static io.doorstep.command.cases.decision.Refusal.CASE_IS_CLOSED_OUT;
import static io.doorstep.command.cases.decision.Refusal.RESOLVED_ALREADY;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.accepted;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.resolved;
import static io.doorstep.events.cases.CaseStories.signed;
import static io.doorstep.events.cases.CaseStories.wholeLife;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseDiverted;
import io.doorstep.terms.DiversionRoute;
import org.junit.jupiter.api.Test;

/** 诉访分离。 */
class DivertCaseTest {

    @Test
    void a_case_is_diverted_while_it_is_in_handling() {
        var diverted = given(reported(), assigned(), signed(), accepted())
                .when(UNIT_HANDLER, new DivertCase(ID, null, DiversionRoute.COURT, "县人民法院", null))
                .leaves(CaseDiverted.class);
        assertThat(diverted.route()).isEqualTo("COURT");
        given(wholeLife())
                .when(BUREAU, new DivertCase(ID, null, DiversionRoute.COURT, "县人民法院", null))
                .isRefused(CASE_IS_CLOSED_OUT);
        given(reported(), accepted(), resolved())
                .when(BUREAU, new DivertCase(ID, on("2026-03-20"), DiversionRoute.COURT, "县人民法院", null))
                .isRefused(RESOLVED_ALREADY);
    }
}
