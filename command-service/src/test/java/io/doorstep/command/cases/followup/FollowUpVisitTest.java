package io.doorstep.command.cases.followup;

import static io.doorstep.command.cases.decision.Refusal.FOLLOWED_UP_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.NOTHING_WAS_PROMISED;
import static io.doorstep.command.cases.decision.Refusal.PROMISE_TO_BE_ANSWERED;
import static io.doorstep.command.cases.decision.Refusal.REASON_MISSING;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.command.cases.decision.Refusal.VISIT_NOT_ON_RECORD;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.PRIVACY;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.visitFollowedUp;
import static io.doorstep.events.cases.CaseStories.visited;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseStories;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.events.cases.VisitFollowedUp;
import io.doorstep.terms.FollowUp;
import io.doorstep.vault.Private;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 走访后续。 */
class FollowUpVisitTest {

    private static final UUID VISIT = UUID.fromString(CaseStories.VISIT);

    private static FollowUpVisit as(FollowUp result) {
        return new FollowUpVisit(ID, null, VISIT, result, new Private("已核"));
    }

    @Test
    void a_visit_that_left_a_question_is_looked_at_once() {
        assertThat(given(reported(), assigned(), ending("ESCALATED"))
                        .when(BUREAU, as(FollowUp.NOTHING_FOLLOWS))
                        .leaves(VisitFollowedUp.class)
                        .result())
                .isEqualTo("NOTHING_FOLLOWS");
        given(reported(), assigned(), ending("ESCALATED"), visitFollowedUp("NOTHING_FOLLOWS"))
                .when(BUREAU, as(FollowUp.NOTHING_FOLLOWS))
                .isRefused(FOLLOWED_UP_ALREADY);
    }

    @Test
    void a_promise_is_kept_or_not_and_what_was_not_kept_may_be_kept_later() {
        given(reported(), assigned(), ending("COMMITMENT"))
                .when(BUREAU, as(FollowUp.COMMITMENT_BROKEN))
                .leaves(VisitFollowedUp.class);
        given(reported(), assigned(), ending("COMMITMENT"), visitFollowedUp("COMMITMENT_BROKEN"))
                .when(BUREAU, as(FollowUp.COMMITMENT_KEPT))
                .leaves(VisitFollowedUp.class);
        given(reported(), assigned(), ending("COMMITMENT"), visitFollowedUp("COMMITMENT_KEPT"))
                .when(BUREAU, as(FollowUp.COMMITMENT_BROKEN))
                .isRefused(FOLLOWED_UP_ALREADY);
        given(reported(), assigned(), ending("COMMITMENT"))
                .when(BUREAU, as(FollowUp.NOTHING_FOLLOWS))
                .isRefused(PROMISE_TO_BE_ANSWERED);
        given(reported(), assigned(), ending("ESCALATED"))
                .when(BUREAU, as(FollowUp.COMMITMENT_KEPT))
                .isRefused(NOTHING_WAS_PROMISED);
    }

    @Test
    void who_says_that_nothing_was_done_says_why() {
        given(reported(), assigned(), ending("COMMITMENT"))
                .when(BUREAU, new FollowUpVisit(ID, null, VISIT, FollowUp.COMMITMENT_BROKEN, null))
                .isRefused(REASON_MISSING);
    }

    @Test
    void only_of_a_visit_on_record_and_by_who_works_on_the_case() {
        given(reported(), assigned()).when(BUREAU, as(FollowUp.NOTHING_FOLLOWS)).isRefused(VISIT_NOT_ON_RECORD);
        given(reported(), assigned(), ending("ESCALATED"))
                .when(PRIVACY, as(FollowUp.NOTHING_FOLLOWS))
                .isRefused(ROLE_MAY_NOT);
    }

    private static CaseVisited ending(String outcome) {
        var visit = visited();
        return new CaseVisited(
                visit.caseId(),
                visit.occurredAt(),
                visit.visitId(),
                visit.type(),
                visit.officers(),
                visit.place(),
                visit.startedAt(),
                visit.endedAt(),
                visit.peopleMet(),
                visit.findings(),
                outcome,
                visit.commitmentBy(),
                visit.stance(),
                visit.position(),
                visit.attachments());
    }
}
