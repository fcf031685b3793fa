package io.doorstep.command.cases.decision;

import static io.doorstep.command.cases.decision.Mediation.Confirmation.DECIDED;
import static io.doorstep.command.cases.decision.Mediation.Confirmation.PENDING;

import io.doorstep.events.cases.AgreementReached;
import io.doorstep.events.cases.AssignmentReturnProposed;
import io.doorstep.events.cases.AssignmentReturnRefused;
import io.doorstep.events.cases.AssignmentReturned;
import io.doorstep.events.cases.AssignmentSigned;
import io.doorstep.events.cases.AttachmentAdded;
import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseClosedOut;
import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseDeclined;
import io.doorstep.events.cases.CaseDiverted;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseLinked;
import io.doorstep.events.cases.CaseMerged;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseRevisited;
import io.doorstep.events.cases.CaseUnlinked;
import io.doorstep.events.cases.CaseUrged;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.events.cases.CaseVoided;
import io.doorstep.events.cases.CaseWithdrawn;
import io.doorstep.events.cases.ConfirmationDecided;
import io.doorstep.events.cases.ConfirmationRequested;
import io.doorstep.events.cases.DeadlineExtended;
import io.doorstep.events.cases.DeadlinePassed;
import io.doorstep.events.cases.HearingBegun;
import io.doorstep.events.cases.HearingEnded;
import io.doorstep.events.cases.MediatorRefused;
import io.doorstep.events.cases.MediatorsNamed;
import io.doorstep.events.cases.OfficerRecused;
import io.doorstep.events.cases.PerformanceRecorded;
import io.doorstep.events.cases.ProgressNoted;
import io.doorstep.events.cases.RecusalLifted;
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.events.cases.SatisfactionRated;
import io.doorstep.events.cases.SupervisionAnswered;
import io.doorstep.events.cases.SupervisionOrdered;
import io.doorstep.events.cases.VisitFollowedUp;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.RevisitVerdict;
import io.doorstep.terms.VisitOutcome;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** 状态的演变。 What each fact changes in what decisions ask about. */
final class Evolution {

    private interface Step<E> {
        void apply(CaseState state, E fact, String actor);
    }

    private static final Map<Class<?>, Step<CaseEvent>> STEPS = new HashMap<>();

    static {
        on(CaseReported.class, Evolution::reported);
        on(CaseCorrected.class, Evolution::corrected);
        on(CaseLinked.class, (state, fact, actor) -> state.links.add(fact.link() + " " + fact.otherCaseId()));
        on(CaseUnlinked.class, (state, fact, actor) -> state.links.remove(fact.link() + " " + fact.otherCaseId()));
        on(CaseMerged.class, (state, fact, actor) -> state.left = true);
        on(CaseWithdrawn.class, (state, fact, actor) -> state.left = true);
        on(CaseDeclined.class, (state, fact, actor) -> state.left = true);
        on(CaseDiverted.class, (state, fact, actor) -> state.left = true);
        on(CaseVoided.class, (state, fact, actor) -> {
            state.left = true;
            state.voided = true;
        });
        on(OfficerRecused.class, Evolution::recused);
        on(RecusalLifted.class, (state, fact, actor) -> state.recused.remove(fact.officer()));
        on(CaseAssigned.class, Evolution::assigned);
        on(AssignmentSigned.class, (state, fact, actor) -> {
            state.signed = true;
            state.signer = actor;
            state.objectionDue = fact.objectionDue();
            state.handlers.add(actor);
        });
        on(AssignmentReturnProposed.class, (state, fact, actor) -> state.returnProposed = true);
        on(AssignmentReturnRefused.class, (state, fact, actor) -> state.returnProposed = false);
        on(AssignmentReturned.class, (state, fact, actor) -> unassign(state));
        on(CaseAccepted.class, (state, fact, actor) -> {
            state.accepted = true;
            state.clock = DeadlineClock.valueOf(fact.clock());
            state.handlingSince = fact.occurredAt();
            state.handlingDue = fact.handlingDue();
            state.handlers.add(actor);
        });
        on(DeadlineExtended.class, (state, fact, actor) -> {
            state.extendedDays += fact.days();
            state.handlingDue = fact.handlingDue();
            state.handlers.add(actor);
        });
        on(CaseVisited.class, (state, fact, actor) -> {
            state.visits.put(fact.visitId(), fact);
            if (fact.outcome().equals(VisitOutcome.RESOLVED_ON_SPOT.name())) {
                state.settlingVisits.add(fact.visitId());
            }
            state.attachments.addAll(fact.attachments());
            state.handlers.addAll(fact.officers());
        });
        on(MediatorsNamed.class, (state, fact, actor) -> {
            state.mediation.named(fact);
            state.handlers.addAll(fact.mediators());
        });
        on(MediatorRefused.class, (state, fact, actor) -> state.mediation.refused(fact));
        on(AgreementReached.class, (state, fact, actor) -> {
            state.mediation.agreed(fact);
            state.handlers.add(actor);
        });
        on(PerformanceRecorded.class, (state, fact, actor) -> state.mediation.performed(fact.performed()));
        on(ConfirmationRequested.class, (state, fact, actor) -> state.mediation.confirmation(PENDING));
        on(ConfirmationDecided.class, (state, fact, actor) -> state.mediation.confirmation(DECIDED));
        on(VisitFollowedUp.class, (state, fact, actor) -> state.followUps.put(fact.visitId(), fact.result()));
        on(AttachmentAdded.class, (state, fact, actor) -> {
            state.attachments.add(fact.sha256());
            state.files.add(fact.sha256());
        });
        on(CaseResolved.class, (state, fact, actor) -> {
            state.resolved = true;
            state.resolvedAt = fact.occurredAt();
            state.appealableSince = fact.occurredAt();
            state.onTheSpot = fact.onTheSpot();
            state.handlers.add(actor);
        });
        on(CaseRevisited.class, (state, fact, actor) -> {
            if (fact.verdict().equals(RevisitVerdict.CONFIRMED.name())) {
                state.confirmed = true;
            }
        });
        on(CaseReopened.class, Evolution::reopened);
        on(CaseClosedOut.class, (state, fact, actor) -> state.closedOut = true);
        on(SupervisionOrdered.class, (state, fact, actor) -> state.supervised = true);
        on(SupervisionAnswered.class, (state, fact, actor) -> state.supervised = false);
        on(ReviewRequested.class, (state, fact, actor) -> {
            state.pendingReview = fact.stage();
            state.recheck = Recheck.of(fact);
        });
        on(HearingBegun.class, (state, fact, actor) -> state.recheck().ifPresent(recheck -> recheck.begun(fact)));
        on(HearingEnded.class, (state, fact, actor) -> state.recheck().ifPresent(recheck -> recheck.ended(fact)));
        on(ReviewDecided.class, (state, fact, actor) -> {
            state.pendingReview = null;
            state.recheck = null;
            state.decidedReview = fact.stage();
            state.appealableSince = fact.occurredAt();
        });
        on(DeadlinePassed.class, (state, fact, actor) -> state.passed.add(fact));
        // what these say matters to readers, not to any decision
        on(ProgressNoted.class, (state, fact, actor) -> {});
        on(SatisfactionRated.class, (state, fact, actor) -> {});
        on(CaseUrged.class, (state, fact, actor) -> {});
    }

    private Evolution() {}

    static void of(CaseState state, CaseEvent fact, String actor) {
        var step = STEPS.get(fact.getClass());
        if (step == null) {
            throw new IllegalStateException(
                    "no decision knows the fact " + fact.getClass().getSimpleName());
        }
        step.apply(state, fact, actor);
    }

    static Set<Class<?>> known() {
        return Set.copyOf(STEPS.keySet());
    }

    private static <E extends CaseEvent> void on(Class<E> type, Step<E> step) {
        STEPS.put(type, (state, fact, actor) -> step.apply(state, type.cast(fact), actor));
    }

    private static void reported(CaseState state, CaseReported fact, String actor) {
        state.report = fact;
        state.kind = CaseKind.valueOf(fact.kind());
        state.accusedUnits = Set.copyOf(fact.accusedUnits());
        state.petitioners = fact.petitioners().size();
        state.partySize = fact.partySize();
        state.statement = fact.statement();
        state.fields.putAll(Map.of(
                "kind", fact.kind(),
                "channel", fact.channel(),
                "category", fact.category(),
                "place", fact.place(),
                "title", fact.title(),
                "partySize", String.valueOf(fact.partySize()),
                "accusedUnits", String.join(",", fact.accusedUnits())));
    }

    private static void corrected(CaseState state, CaseCorrected fact, String actor) {
        for (var change : fact.changes()) {
            if (change.sealedTo() != null) {
                state.statement = change.sealedTo();
            }
            var to = change.to();
            if (to == null) {
                continue;
            }
            state.fields.put(change.field(), to);
            switch (change.field()) {
                case "kind" -> state.kind = CaseKind.valueOf(to);
                case "partySize" -> state.partySize = Integer.parseInt(to);
                case "accusedUnits" ->
                    state.accusedUnits = Arrays.stream(to.split(","))
                            .filter(unit -> !unit.isEmpty())
                            .collect(Collectors.toUnmodifiableSet());
                default -> {}
            }
        }
    }

    private static void assigned(CaseState state, CaseAssigned fact, String actor) {
        unassign(state);
        state.unit = fact.unit();
        state.officer = fact.officer();
        state.leadOfficer = fact.leadOfficer();
        if (fact.officer() != null) {
            state.handlers.add(fact.officer());
        }
    }

    /** Who is recused lays the case down; his unit goes on answering for it. */
    private static void recused(CaseState state, OfficerRecused fact, String actor) {
        state.recused.add(fact.officer());
        state.mediation.without(fact.officer());
        if (fact.officer().equals(state.officer)) {
            state.officer = null;
        }
        if (fact.officer().equals(state.leadOfficer)) {
            state.leadOfficer = null;
        }
    }

    private static void unassign(CaseState state) {
        state.unit = null;
        state.officer = null;
        state.leadOfficer = null;
        state.objectionDue = null;
        state.signed = false;
        state.signer = null;
        state.returnProposed = false;
    }

    private static void reopened(CaseState state, CaseReopened fact, String actor) {
        state.cycle++;
        state.mediation.begunAgain();
        state.resolved = false;
        state.resolvedAt = null;
        state.onTheSpot = false;
        state.confirmed = false;
        state.closedOut = false;
        state.extendedDays = 0;
        // a new opinion will follow, and it can be appealed against like the first
        state.decidedReview = null;
        state.appealableSince = null;
        state.accepted = true;
        state.clock = DeadlineClock.startedByAcceptanceOf(state.kind());
        state.handlingSince = fact.occurredAt();
        state.handlingDue = fact.handlingDue();
    }
}
