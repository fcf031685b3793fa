package io.doorstep.command.dispatch;

import static io.doorstep.command.cases.decision.Refusal.PLACE_OUT_OF_SCOPE;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.cases.note.NoteProgress;
import io.doorstep.command.cases.report.ReportCase;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.events.cases.ProgressNoted;
import io.doorstep.identity.Actor;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.terms.Role;
import io.doorstep.vault.Private;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 数据范围：区划、单位、角色。 */
class SightTest {

    private static final NoteProgress NOTE = new NoteProgress(ID, null, new Private("words"));

    /** The case of the stories lies in village 430525100201 and is assigned to one unit. */
    private static void knows(Actor somebody) {
        given(reported(), assigned()).when(somebody, NOTE).leaves(ProgressNoted.class);
    }

    private static void knowsNothing(Actor somebody) {
        assertThat(given(reported(), assigned()).when(somebody, NOTE).refusal()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"430525", "430525100", "430525100201"})
    void of_his_place_and_all_below(String place) {
        knows(Actor.of("officer", "u-town", Role.PETITION_OFFICER).within(place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"430525101", "430525100202", "43052510020", "4305251002011", "4305"})
    void of_no_other_place_even_if_its_code_begins_alike(String place) {
        knowsNothing(Actor.of("officer", "u-town", Role.PETITION_OFFICER).within(place));
    }

    @Test
    void handlers_of_their_unit_and_of_what_names_them() {
        knows(Actor.of("handler", CaseStories.UNIT, Role.HANDLER));
        knowsNothing(Actor.of("handler", "u-other", Role.HANDLER));
        knowsNothing(Actor.of("handler", CaseStories.UNIT.substring(0, 4), Role.HANDLER));
        knowsNothing(Actor.of("handler", null, Role.HANDLER));
        knows(Actor.of(CaseStories.LEADER, "u-other", Role.HANDLER).within("430525999"));
    }

    @Test
    void whoever_reports_reports_of_his_own_place() {
        var here = new ReportCase(
                ID,
                null,
                CaseKind.DISPUTE,
                Channel.VISIT,
                CaseStories.CATEGORY,
                CaseStories.PLACE,
                "x",
                null,
                List.of(),
                1,
                List.of(),
                null);
        given().when(Actor.of("cadre", "u-town", Role.VISITING_CADRE).within("430525100"), here)
                .leaves(CaseReported.class);
        given().when(Actor.of("cadre", "u-town", Role.VISITING_CADRE).within("430525101"), here)
                .isRefused(PLACE_OUT_OF_SCOPE);
    }
}
