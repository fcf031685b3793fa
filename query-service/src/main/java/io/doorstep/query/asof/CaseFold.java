package io.doorstep.query.asof;

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
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * 归纳。 Makes a case of its facts: a pure function that takes them in the order in which they happened, whatever the
 * order in which they were recorded. It reads what the command side let through and judges nothing anew.
 */
public final class CaseFold {

    /** Facts that only the history shows. */
    static final Set<Class<? extends CaseEvent>> HISTORY_ONLY =
            Set.of(ProgressNoted.class, AttachmentAdded.class, DeadlinePassed.class);

    private static final Map<Class<? extends CaseEvent>, Step<CaseEvent>> STEPS = steps();

    private CaseFold() {}

    /** The case that these facts make; empty when the report is not among them. */
    public static Optional<CaseAsOf> of(Collection<RecordedFact> facts) {
        return ofOrdered(facts.stream().sorted(RecordedFact.AS_HAPPENED).toList());
    }

    /** The case that those of the facts make that happened up to a moment; empty when it was not on record yet. */
    public static Optional<CaseAsOf> of(Collection<RecordedFact> facts, Instant at) {
        return of(facts.stream().filter(fact -> !fact.occurredAt().isAfter(at)).toList());
    }

    static Optional<CaseAsOf> ofOrdered(List<RecordedFact> happened) {
        var reported = happened.stream()
                .filter(one -> one.fact() instanceof CaseReported)
                .findFirst();
        return reported.map(report -> {
            // first of all, so that what happened before the report has a case to belong to
            var draft = new CaseDraft((CaseReported) report.fact(), report);
            happened.stream()
                    .filter(one -> !(one.fact() instanceof CaseReported))
                    .forEach(one -> apply(draft, one));
            var last = last(happened);
            return draft.finished(new Happened(last.type(), last.occurredAt()), happened.size());
        });
    }

    /** The last thing that somebody did; that a day ended is nothing that was done. */
    private static RecordedFact last(List<RecordedFact> happened) {
        return happened.stream()
                .filter(one -> !(one.fact() instanceof DeadlinePassed))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    static Set<Class<? extends CaseEvent>> handled() {
        return STEPS.keySet();
    }

    private static void apply(CaseDraft draft, RecordedFact recorded) {
        var step = STEPS.get(recorded.fact().getClass());
        if (step != null) {
            step.take(draft, recorded.fact(), recorded);
        } else if (!HISTORY_ONLY.contains(recorded.fact().getClass())) {
            throw new IllegalStateException("nobody said what " + recorded.type() + " means for a case");
        }
    }

    private static Map<Class<? extends CaseEvent>, Step<CaseEvent>> steps() {
        var steps = new LinkedHashMap<Class<? extends CaseEvent>, Step<CaseEvent>>();
        on(steps, CaseCorrected.class, CaseDraft::corrected);
        on(steps, CaseLinked.class, CaseDraft::linked);
        on(steps, CaseUnlinked.class, CaseDraft::unlinked);
        on(steps, CaseMerged.class, CaseDraft::merged);
        on(steps, CaseVoided.class, CaseDraft::voided);
        on(steps, CaseWithdrawn.class, CaseDraft::withdrawn);
        on(steps, OfficerRecused.class, CaseDraft::recused);
        on(steps, RecusalLifted.class, CaseDraft::recusalLifted);
        on(steps, CaseAssigned.class, CaseDraft::assigned);
        on(steps, AssignmentSigned.class, CaseDraft::signed);
        on(steps, AssignmentReturnProposed.class, CaseDraft::returnProposed);
        on(steps, AssignmentReturned.class, CaseDraft::returned);
        on(steps, AssignmentReturnRefused.class, CaseDraft::returnRefused);
        on(steps, CaseAccepted.class, CaseDraft::accepted);
        on(steps, CaseDeclined.class, CaseDraft::declined);
        on(steps, CaseDiverted.class, CaseDraft::diverted);
        on(steps, DeadlineExtended.class, CaseDraft::extended);
        on(steps, CaseVisited.class, CaseDraft::visited);
        on(steps, VisitFollowedUp.class, CaseDraft::followedUp);
        on(steps, MediatorsNamed.class, (draft, fact, recorded) -> draft.mediation.named(fact, recorded));
        on(steps, MediatorRefused.class, (draft, fact, recorded) -> draft.mediation.refused(fact, recorded));
        on(steps, AgreementReached.class, (draft, fact, recorded) -> draft.mediation.agreed(fact, recorded));
        on(steps, PerformanceRecorded.class, (draft, fact, recorded) -> draft.mediation.performed(fact, recorded));
        on(steps, ConfirmationRequested.class, (draft, fact, recorded) -> draft.mediation.requested(fact, recorded));
        on(steps, ConfirmationDecided.class, (draft, fact, recorded) -> draft.mediation.decided(fact, recorded));
        on(steps, CaseResolved.class, CaseDraft::resolved);
        on(steps, CaseRevisited.class, CaseDraft::revisited);
        on(steps, CaseReopened.class, CaseDraft::reopened);
        on(steps, CaseClosedOut.class, CaseDraft::closedOut);
        on(steps, CaseUrged.class, (draft, fact, recorded) -> draft.pressure.urged(fact, recorded));
        on(steps, SupervisionOrdered.class, (draft, fact, recorded) -> draft.pressure.ordered(fact, recorded));
        on(steps, SupervisionAnswered.class, (draft, fact, recorded) -> draft.pressure.answered(fact, recorded));
        on(steps, SatisfactionRated.class, CaseDraft::rated);
        on(steps, ReviewRequested.class, (draft, fact, recorded) -> draft.pressure.reviewRequested(fact, recorded));
        on(steps, HearingBegun.class, (draft, fact, recorded) -> draft.pressure.hearingBegun(fact, recorded));
        on(steps, HearingEnded.class, (draft, fact, recorded) -> draft.pressure.hearingEnded(fact, recorded));
        on(steps, ReviewDecided.class, (draft, fact, recorded) -> draft.pressure.reviewDecided(fact, recorded));
        return Map.copyOf(steps);
    }

    private static <F extends CaseEvent> void on(
            Map<Class<? extends CaseEvent>, Step<CaseEvent>> steps, Class<F> type, Step<F> step) {
        steps.put(type, (draft, fact, recorded) -> step.take(draft, type.cast(fact), recorded));
    }

    /** What one sort of fact does to a case. */
    private interface Step<F extends CaseEvent> {
        void take(CaseDraft draft, F fact, RecordedFact recorded);
    }
}
