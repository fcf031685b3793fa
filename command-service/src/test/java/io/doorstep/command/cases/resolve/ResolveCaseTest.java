package io.doorstep.command.cases.resolve;

import static io.doorstep.command.cases.decision.Refusal.ADOPTED_ONLY_FOR_SUGGESTIONS;
import static io.doorstep.command.cases.decision.Refusal.ATTACHMENT_NOT_ON_RECORD;
import static io.doorstep.command.cases.decision.Refusal.EVIDENCE_MISSING;
import static io.doorstep.command.cases.decision.Refusal.NOT_ACCEPTED;
import static io.doorstep.command.cases.decision.Refusal.NOT_ASSIGNED;
import static io.doorstep.command.cases.decision.Refusal.NOT_OF_THE_ANSWERING_UNIT;
import static io.doorstep.command.cases.decision.Refusal.OUTCOME_OF_ANOTHER_KIND;
import static io.doorstep.command.cases.decision.Refusal.RESOLVED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.VISIT_NOT_ON_RECORD;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.CADRE;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.MEDIATOR;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.accepted;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.attached;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reopenedAfterCloseOut;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.resolved;
import static io.doorstep.events.cases.CaseStories.settledOnTheSpot;
import static io.doorstep.events.cases.CaseStories.signed;
import static io.doorstep.events.cases.CaseStories.visited;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.events.cases.Change;
import io.doorstep.events.cases.Evidence;
import io.doorstep.terms.EvidenceType;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.terms.Stance;
import io.doorstep.vault.Private;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 化解。 */
class ResolveCaseTest {

    private static ResolveCase with(ResolutionOutcome outcome, @Nullable String visit, Proof... proofs) {
        return new ResolveCase(
                ID,
                null,
                outcome,
                ResolutionResult.SETTLED,
                new Private("summary"),
                List.of(proofs),
                visit,
                Stance.ACCEPTS);
    }

    private static ResolveCase byText() {
        return with(ResolutionOutcome.MEDIATED, null, new Proof(EvidenceType.TEXT, new Private("agreed"), null));
    }

    private static CaseVisited settledAtTheDoor() {
        var visited = visited();
        return new CaseVisited(
                visited.caseId(),
                visited.occurredAt(),
                visited.visitId(),
                visited.type(),
                visited.officers(),
                visited.place(),
                visited.startedAt(),
                null,
                null,
                visited.findings(),
                "RESOLVED_ON_SPOT",
                null,
                null,
                null,
                List.of());
    }

    @Test
    void a_resolution_starts_the_revisit_s_clock() {
        var resolved = given(reported(), assigned(), signed(), accepted())
                .today("2026-05-06")
                .when(UNIT_HANDLER, byText())
                .leaves(CaseResolved.class);
        assertThat(resolved.revisitDue()).isEqualTo("2026-06-05");
        assertThat(resolved.onTheSpot()).isFalse();
        assertThat(resolved.evidence()).hasSize(1);
    }

    @Test
    void a_petition_is_accepted_before_it_is_resolved() {
        given(reported(), assigned(), signed()).when(UNIT_HANDLER, byText()).isRefused(NOT_ACCEPTED);
        given(settledOnTheSpot().get(0)).when(BUREAU, byText()).isRefused(NOT_ASSIGNED);
        given(settledOnTheSpot().get(0), assigned())
                .when(UNIT_HANDLER, byText())
                .leaves(CaseResolved.class);
        given(reported(), assigned(), signed(), accepted())
                .when(MEDIATOR, byText())
                .isRefused(NOT_OF_THE_ANSWERING_UNIT);
    }

    @Test
    void what_a_visit_settled_at_the_door_needs_nothing_more() {
        var resolved = given(reported(), settledAtTheDoor())
                .when(CADRE, with(ResolutionOutcome.MEDIATED, CaseStories.VISIT))
                .leaves(CaseResolved.class);
        assertThat(resolved.evidence()).singleElement().isEqualTo(new Evidence("VISIT", null, CaseStories.VISIT));
        given(reported(), visited())
                .when(CADRE, with(ResolutionOutcome.MEDIATED, CaseStories.VISIT))
                .isRefused(NOT_OF_THE_ANSWERING_UNIT);
    }

    @Test
    void nothing_is_resolved_without_evidence() {
        var story = given(reported(), assigned(), signed(), accepted());
        story.when(UNIT_HANDLER, with(ResolutionOutcome.MEDIATED, null)).isRefused(EVIDENCE_MISSING);
        story.when(UNIT_HANDLER, with(ResolutionOutcome.MEDIATED, null, new Proof(EvidenceType.AGREEMENT, null, null)))
                .isRefused(EVIDENCE_MISSING);
        story.when(UNIT_HANDLER, with(ResolutionOutcome.MEDIATED, CaseStories.VISIT))
                .isRefused(VISIT_NOT_ON_RECORD);
        story.when(
                        UNIT_HANDLER,
                        with(
                                ResolutionOutcome.MEDIATED,
                                null,
                                new Proof(EvidenceType.ATTACHMENT, null, CaseStories.PHOTO)))
                .isRefused(ATTACHMENT_NOT_ON_RECORD);
        story.and(attached(), BUREAU)
                .when(
                        UNIT_HANDLER,
                        with(
                                ResolutionOutcome.MEDIATED,
                                null,
                                new Proof(EvidenceType.ATTACHMENT, null, CaseStories.PHOTO)))
                .leaves(CaseResolved.class);
    }

    @Test
    void only_a_suggestion_is_adopted() {
        given(reported(), assigned(), signed(), accepted())
                .when(
                        UNIT_HANDLER,
                        with(ResolutionOutcome.ADOPTED, null, new Proof(EvidenceType.TEXT, new Private("x"), null)))
                .isRefused(ADOPTED_ONLY_FOR_SUGGESTIONS);
    }

    @Test
    void a_suggestion_is_adopted_or_not_and_nothing_else() {
        var proof = new Proof(EvidenceType.TEXT, new Private("x"), null);
        var story = given(reported(), asSuggestion(), assigned(), signed(), accepted());
        story.when(UNIT_HANDLER, with(ResolutionOutcome.SUPPORTED, null, proof)).isRefused(OUTCOME_OF_ANOTHER_KIND);
        story.when(UNIT_HANDLER, with(ResolutionOutcome.MEDIATED, null, proof)).isRefused(OUTCOME_OF_ANOTHER_KIND);
        assertThat(story.when(UNIT_HANDLER, with(ResolutionOutcome.NOT_ADOPTED, null, proof))
                        .leaves(CaseResolved.class)
                        .outcome())
                .isEqualTo("NOT_ADOPTED");
    }

    private static CaseCorrected asSuggestion() {
        return new CaseCorrected(
                CaseStories.CASE,
                on("2026-03-03"),
                List.of(new Change("kind", "PETITION", "SUGGESTION", null, null)),
                CaseStories.sealed("reason"));
    }

    @Test
    void a_cycle_is_resolved_once() {
        given(reported(), assigned(), signed(), accepted(), resolved())
                .when(UNIT_HANDLER, byText())
                .isRefused(RESOLVED_ALREADY);
        var earlier = new ResolveCase(
                ID,
                on("2026-04-01"),
                ResolutionOutcome.MEDIATED,
                ResolutionResult.ENDED,
                new Private("s"),
                List.of(new Proof(EvidenceType.TEXT, new Private("x"), null)),
                null,
                null);
        given(reported(), assigned(), signed(), accepted(), resolved())
                .when(UNIT_HANDLER, earlier)
                .isRefused(RESOLVED_ALREADY);
        given(reopenedAfterCloseOut()).when(UNIT_HANDLER, byText()).leaves(CaseResolved.class);
    }
}
