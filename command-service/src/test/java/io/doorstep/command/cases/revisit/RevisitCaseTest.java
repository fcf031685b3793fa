package io.doorstep.command.cases.revisit;

import static io.doorstep.command.cases.decision.Refusal.NOT_RESOLVED_YET;
import static io.doorstep.command.cases.decision.Refusal.REVISITOR_HANDLED_THE_CASE;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.CADRE;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.accepted;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reopenedAfterCloseOut;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.resolved;
import static io.doorstep.events.cases.CaseStories.signed;
import static io.doorstep.events.cases.CaseStories.visited;
import static io.doorstep.events.cases.CaseStories.wholeLife;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.testing.CaseStory;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.CaseRevisited;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.terms.RevisitVerdict;
import io.doorstep.terms.Satisfaction;
import io.doorstep.terms.Stance;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 回访。 */
class RevisitCaseTest {

    private static RevisitCase verdict(@Nullable Instant when, RevisitVerdict verdict, String... officers) {
        return new RevisitCase(
                ID, when, verdict, Stance.ACCEPTS, List.of(officers), new Private("found"), Satisfaction.SATISFIED);
    }

    private static CaseStory resolvedCase() {
        return given(reported(), assigned(), signed(), accepted(), visited(), resolved());
    }

    @Test
    void somebody_else_confirms_it() {
        assertThat(resolvedCase()
                        .when(BUREAU, verdict(null, RevisitVerdict.CONFIRMED))
                        .leaves(CaseRevisited.class)
                        .officers())
                .containsExactly(BUREAU.id());
    }

    @Test
    void whoever_handled_it_does_not_revisit_it() {
        resolvedCase().when(CADRE, verdict(null, RevisitVerdict.CONFIRMED)).isRefused(REVISITOR_HANDLED_THE_CASE);
        resolvedCase()
                .when(BUREAU, verdict(null, RevisitVerdict.CONFIRMED, CaseStories.OFFICER))
                .isRefused(REVISITOR_HANDLED_THE_CASE);
        resolvedCase()
                .when(UNIT_HANDLER, verdict(null, RevisitVerdict.CONFIRMED))
                .isRefused(ROLE_MAY_NOT);
    }

    @Test
    void not_resolved_reopens_in_the_same_breath_with_a_fresh_clock() {
        var answer = resolvedCase().today("2026-05-20").when(BUREAU, verdict(null, RevisitVerdict.NOT_RESOLVED));
        answer.leavesInOrder(CaseRevisited.class, CaseReopened.class);
        assertThat(answer.facts().get(1)).isInstanceOfSatisfying(CaseReopened.class, reopened -> {
            assertThat(reopened.cause()).isEqualTo("REVISIT");
            assertThat(reopened.occurredAt()).isEqualTo(on("2026-05-20"));
            assertThat(reopened.handlingDue()).isEqualTo("2026-07-20");
        });
    }

    @Test
    void a_late_verdict_reopens_a_case_that_was_struck_off_meanwhile_as_of_now() {
        var answer = given(wholeLife()).when(BUREAU, verdict(on("2026-05-14"), RevisitVerdict.NOT_RESOLVED));
        answer.leavesInOrder(CaseRevisited.class, CaseReopened.class);
        assertThat(answer.facts().get(0).occurredAt()).isEqualTo(on("2026-05-14"));
        assertThat(answer.facts().get(1).occurredAt()).isEqualTo(on("2026-06-30"));
    }

    @Test
    void a_late_verdict_reopens_nothing_that_was_reopened_anyhow() {
        given(reopenedAfterCloseOut())
                .when(BUREAU, verdict(on("2026-05-14"), RevisitVerdict.NOT_RESOLVED))
                .leaves(CaseRevisited.class);
    }

    @Test
    void what_is_not_resolved_is_not_revisited() {
        given(reported(), accepted())
                .when(BUREAU, verdict(null, RevisitVerdict.CONFIRMED))
                .isRefused(NOT_RESOLVED_YET);
    }
}
