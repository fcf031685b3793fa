package io.doorstep.command.cases.mediate;

import static io.doorstep.command.cases.decision.Refusal.AGREEMENT_NOT_BROKEN;
import static io.doorstep.command.cases.decision.Refusal.AGREEMENT_NOT_ON_RECORD;
import static io.doorstep.command.cases.decision.Refusal.AGREEMENT_REACHED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.CONFIRMATION_PERIOD_OVER;
import static io.doorstep.command.cases.decision.Refusal.CONFIRMATION_REQUESTED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.MEDIATOR_WAS_REFUSED;
import static io.doorstep.command.cases.decision.Refusal.NOT_A_DISPUTE;
import static io.doorstep.command.cases.decision.Refusal.NOT_A_MEDIATOR_OF_THE_CASE;
import static io.doorstep.command.cases.decision.Refusal.NOT_OF_THE_ANSWERING_UNIT;
import static io.doorstep.command.cases.decision.Refusal.NO_AGREEMENT;
import static io.doorstep.command.cases.decision.Refusal.NO_CONFIRMATION_PENDING;
import static io.doorstep.command.cases.decision.Refusal.PERFORMANCE_BEFORE_AGREEMENT;
import static io.doorstep.command.cases.decision.Refusal.PERFORMANCE_KNOWN_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.REVISITOR_HANDLED_THE_CASE;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.AGREEMENT;
import static io.doorstep.events.cases.CaseStories.CADRE;
import static io.doorstep.events.cases.CaseStories.MEDIATOR;
import static io.doorstep.events.cases.CaseStories.UNIT;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.cases.reopen.ReopenCase;
import io.doorstep.command.cases.resolve.Proof;
import io.doorstep.command.cases.resolve.ResolveCase;
import io.doorstep.command.cases.revisit.RevisitCase;
import io.doorstep.command.testing.CaseStory;
import io.doorstep.events.cases.AgreementReached;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.ConfirmationDecided;
import io.doorstep.events.cases.ConfirmationRequested;
import io.doorstep.events.cases.MediatorRefused;
import io.doorstep.events.cases.MediatorsNamed;
import io.doorstep.events.cases.PerformanceRecorded;
import io.doorstep.identity.Actor;
import io.doorstep.terms.AgreementForm;
import io.doorstep.terms.ConfirmationDecision;
import io.doorstep.terms.EvidenceType;
import io.doorstep.terms.ReopenCause;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.terms.RevisitVerdict;
import io.doorstep.terms.Role;
import io.doorstep.terms.Stance;
import io.doorstep.vault.Private;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 人民调解：调解员、协议、履行、司法确认。 */
class MediateTest {

    private static final Actor TANG = Actor.of(MEDIATOR, "u-mediation", Role.MEDIATOR);
    private static final Actor OF_THE_UNIT = Actor.of("handler-li", UNIT, Role.HANDLER);
    private static final RequestConfirmation REQUEST = new RequestConfirmation(ID, null, "绥宁县人民法院");

    private static CaseReported dispute() {
        var report = reported();
        return new CaseReported(
                report.caseId(),
                report.occurredAt(),
                report.number(),
                "DISPUTE",
                report.channel(),
                report.category(),
                report.place(),
                report.title(),
                report.statement(),
                report.petitioners(),
                report.partySize(),
                List.of(),
                report.transferDue(),
                report.policyVersion());
    }

    private static CaseStory mediating() {
        return given(dispute(), assigned(), signed()).today("2026-03-10");
    }

    private static CaseStory agreed() {
        var story = mediating();
        story.when(OF_THE_UNIT, name(MEDIATOR)).leaves(MediatorsNamed.class);
        story.today("2026-03-16").when(TANG, agree("2026-04-30")).leaves(AgreementReached.class);
        return story;
    }

    private static NameMediators name(String... who) {
        return new NameMediators(ID, null, List.of(who), false);
    }

    private static ReachAgreement agree(@Nullable String performBy) {
        return new ReachAgreement(
                ID,
                null,
                AGREEMENT,
                AgreementForm.WRITTEN,
                new Private("十日内修好排水沟"),
                performBy == null ? null : LocalDate.parse(performBy));
    }

    private static RecordPerformance performed(boolean kept) {
        return new RecordPerformance(ID, null, kept, null);
    }

    private static ResolveCase resolve(String agreementId) {
        return new ResolveCase(
                ID,
                null,
                ResolutionOutcome.MEDIATED,
                ResolutionResult.SETTLED,
                new Private("双方和解"),
                List.of(new Proof(EvidenceType.AGREEMENT, null, agreementId)),
                null,
                Stance.ACCEPTS);
    }

    @Test
    void a_mediator_whom_a_party_refuses_gives_way_to_another() {
        var story = mediating();
        story.when(TANG, name(MEDIATOR)).isRefused(NOT_OF_THE_ANSWERING_UNIT);
        story.when(OF_THE_UNIT, name(MEDIATOR)).leaves(MediatorsNamed.class);
        story.when(OF_THE_UNIT, new RefuseMediator(ID, null, CADRE, null)).isRefused(NOT_A_MEDIATOR_OF_THE_CASE);
        story.when(OF_THE_UNIT, new RefuseMediator(ID, null, MEDIATOR, null)).leaves(MediatorRefused.class);
        story.when(OF_THE_UNIT, name(MEDIATOR, CADRE)).isRefused(MEDIATOR_WAS_REFUSED);
        assertThat(story.when(OF_THE_UNIT, name(CADRE, CADRE))
                        .leaves(MediatorsNamed.class)
                        .mediators())
                .containsExactly(CADRE);
    }

    @Test
    void only_a_dispute_is_mediated() {
        given(reported(), assigned(), signed())
                .today("2026-03-10")
                .when(OF_THE_UNIT, name(MEDIATOR))
                .isRefused(NOT_A_DISPUTE);
    }

    @Test
    void the_agreement_says_until_when_the_court_may_be_asked() {
        var story = mediating();
        story.when(OF_THE_UNIT, performed(true)).isRefused(NO_AGREEMENT);
        story.when(OF_THE_UNIT, agree("2026-03-09")).isRefused(PERFORMANCE_BEFORE_AGREEMENT);
        var agreement = story.today("2026-03-16").when(OF_THE_UNIT, agree(null)).leaves(AgreementReached.class);
        assertThat(agreement.confirmationBy()).isEqualTo("2026-04-15");
        story.when(OF_THE_UNIT, agree(null)).isRefused(AGREEMENT_REACHED_ALREADY);
    }

    @Test
    void confirmation_is_asked_for_within_thirty_days_and_once() {
        agreed().today("2026-04-16").when(TANG, REQUEST).isRefused(CONFIRMATION_PERIOD_OVER);
        var story = agreed().today("2026-04-15");
        var decide = new DecideConfirmation(ID, null, ConfirmationDecision.CONFIRMED, null);
        story.when(TANG, decide).isRefused(NO_CONFIRMATION_PENDING);
        story.when(TANG, REQUEST).leaves(ConfirmationRequested.class);
        story.when(TANG, REQUEST).isRefused(CONFIRMATION_REQUESTED_ALREADY);
        assertThat(story.today("2026-04-28")
                        .when(TANG, decide)
                        .leaves(ConfirmationDecided.class)
                        .confirmation())
                .isEqualTo("CONFIRMED");
        story.when(TANG, decide).isRefused(NO_CONFIRMATION_PENDING);
    }

    @Test
    void the_agreement_is_evidence_and_who_mediated_does_not_revisit() {
        var story = agreed().today("2026-03-17");
        story.when(OF_THE_UNIT, resolve("a62ee000-0000-4000-8000-00000000000f")).isRefused(AGREEMENT_NOT_ON_RECORD);
        assertThat(story.when(OF_THE_UNIT, resolve(AGREEMENT))
                        .leaves(CaseResolved.class)
                        .evidence()
                        .get(0)
                        .ref())
                .isEqualTo(AGREEMENT);
        story.when(Actor.of(MEDIATOR, "u-bureau", Role.PETITION_OFFICER), revisit())
                .isRefused(REVISITOR_HANDLED_THE_CASE);
    }

    private static RevisitCase revisit() {
        return new RevisitCase(ID, null, RevisitVerdict.CONFIRMED, Stance.ACCEPTS, List.of(), new Private("属实"), null);
    }

    @Test
    void what_is_not_performed_reopens_the_case() {
        var broken = new ReopenCase(ID, null, ReopenCause.NOT_PERFORMED, new Private("没有修沟"));
        var story = agreed().today("2026-03-17");
        story.when(OF_THE_UNIT, resolve(AGREEMENT)).leaves(CaseResolved.class);
        story.today("2026-05-06").when(BUREAU, broken).isRefused(AGREEMENT_NOT_BROKEN);
        story.when(TANG, performed(false)).leaves(PerformanceRecorded.class);
        story.when(TANG, performed(false)).isRefused(PERFORMANCE_KNOWN_ALREADY);
        assertThat(story.when(BUREAU, broken).leaves(CaseReopened.class).cause())
                .isEqualTo("NOT_PERFORMED");
        // the new cycle may end with an agreement of its own
        story.today("2026-05-20")
                .when(
                        TANG,
                        new ReachAgreement(ID, null, AGREEMENT + "2", AgreementForm.ORAL, new Private("再各让一步"), null))
                .leaves(AgreementReached.class);
    }

    @Test
    void what_was_not_performed_may_be_performed_later() {
        var story = agreed().today("2026-05-06");
        story.when(TANG, performed(false)).leaves(PerformanceRecorded.class);
        story.today("2026-05-20").when(TANG, performed(true)).leaves(PerformanceRecorded.class);
        story.today("2026-05-21").when(TANG, performed(false)).isRefused(PERFORMANCE_KNOWN_ALREADY);
    }
}
