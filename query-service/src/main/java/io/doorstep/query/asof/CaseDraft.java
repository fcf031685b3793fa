package io.doorstep.query.asof;

import io.doorstep.events.cases.AssignmentReturnProposed;
import io.doorstep.events.cases.AssignmentReturnRefused;
import io.doorstep.events.cases.AssignmentReturned;
import io.doorstep.events.cases.AssignmentSigned;
import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseClosedOut;
import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseDeclined;
import io.doorstep.events.cases.CaseDiverted;
import io.doorstep.events.cases.CaseLinked;
import io.doorstep.events.cases.CaseMerged;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseRevisited;
import io.doorstep.events.cases.CaseUnlinked;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.events.cases.CaseVoided;
import io.doorstep.events.cases.CaseWithdrawn;
import io.doorstep.events.cases.DeadlineExtended;
import io.doorstep.events.cases.OfficerRecused;
import io.doorstep.events.cases.RecusalLifted;
import io.doorstep.events.cases.SatisfactionRated;
import io.doorstep.events.cases.VisitFollowedUp;
import io.doorstep.terms.CaseStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A {@link CaseAsOf} while its facts are being read, in the order in which they happened. */
final class CaseDraft {

    /** Behind every fact there can be. */
    private static final long NEVER = Long.MAX_VALUE;

    private final CaseReported report;
    private final RecordedFact reported;
    final Pressure pressure = new Pressure();
    final MediationDraft mediation = new MediationDraft();
    private Matter matter;
    private @Nullable Exit exit;
    private final List<Link> links = new ArrayList<>();
    private final List<CycleDraft> cycles = new ArrayList<>();
    private final Assignments assignments = new Assignments();
    private final Set<String> recused = new TreeSet<>();
    private final List<Visit> visits = new ArrayList<>();
    private final Map<String, Long> arrivals = new HashMap<>();
    private long ended = NEVER;

    CaseDraft(CaseReported report, RecordedFact reported) {
        this.report = report;
        this.reported = reported;
        this.matter = Matter.of(report);
        cycles.add(new CycleDraft(1, reported.sequence(), reported.occurredAt()));
    }

    void corrected(CaseCorrected fact, RecordedFact recorded) {
        matter = matter.corrected(fact.changes());
    }

    void linked(CaseLinked fact, RecordedFact recorded) {
        links.add(new Link(fact.otherCaseId(), fact.link(), recorded.occurredAt()));
    }

    void unlinked(CaseUnlinked fact, RecordedFact recorded) {
        links.removeIf(link ->
                link.otherCaseId().equals(fact.otherCaseId()) && link.link().equals(fact.link()));
    }

    void recused(OfficerRecused fact, RecordedFact recorded) {
        recused.add(fact.officer());
        assignments.without(fact.officer());
        mediation.without(fact.officer());
    }

    void recusalLifted(RecusalLifted fact, RecordedFact recorded) {
        recused.remove(fact.officer());
    }

    void assigned(CaseAssigned fact, RecordedFact recorded) {
        if (assignments.add(fact, recorded)) {
            cycleOf(recorded).handedOn();
        }
    }

    void signed(AssignmentSigned fact, RecordedFact recorded) {
        assignments.with(fact.unit(), recorded, assignment -> {
            assignment.signed(fact, recorded.occurredAt());
            cycleOf(recorded).signed(fact, recorded.occurredAt());
        });
    }

    void returnProposed(AssignmentReturnProposed fact, RecordedFact recorded) {
        assignments.with(fact.unit(), recorded, assignment -> assignment.returnProposed(recorded.occurredAt()));
    }

    void returnRefused(AssignmentReturnRefused fact, RecordedFact recorded) {
        assignments.with(fact.unit(), recorded, assignment -> assignment.returnRefused(recorded.occurredAt()));
    }

    void returned(AssignmentReturned fact, RecordedFact recorded) {
        assignments.with(fact.unit(), recorded, assignment -> {
            assignment.returned(recorded.occurredAt());
            cycleOf(recorded).handedOn();
        });
    }

    void accepted(CaseAccepted fact, RecordedFact recorded) {
        cycleOf(recorded).accepted(fact, recorded.occurredAt());
    }

    void extended(DeadlineExtended fact, RecordedFact recorded) {
        cycleOf(recorded).extended(fact);
    }

    void visited(CaseVisited fact, RecordedFact recorded) {
        visits.add(Visit.of(fact, recorded));
        arrivals.put(fact.visitId(), recorded.sequence());
    }

    void followedUp(VisitFollowedUp fact, RecordedFact recorded) {
        visits.replaceAll(visit -> visit.visitId().equals(fact.visitId())
                ? visit.followedUp(fact.result(), recorded.occurredAt())
                : visit);
    }

    void resolved(CaseResolved fact, RecordedFact recorded) {
        var answering = assignments.answering();
        cycleOf(recorded)
                .resolved(new Resolution(
                        recorded.occurredAt(),
                        fact.outcome(),
                        fact.result(),
                        fact.summary(),
                        List.copyOf(fact.evidence()),
                        fact.visitId(),
                        fact.onTheSpot(),
                        false,
                        fact.stance(),
                        recorded.actor(),
                        answering == null ? null : answering.unit(),
                        answering == null ? null : answering.officer(),
                        matter.place(),
                        fact.revisitDue()));
    }

    void revisited(CaseRevisited fact, RecordedFact recorded) {
        cycleOf(recorded)
                .revisited(new Revisit(
                        fact.verdict(),
                        fact.stance(),
                        recorded.occurredAt(),
                        List.copyOf(fact.officers()),
                        fact.satisfaction()));
    }

    void closedOut(CaseClosedOut fact, RecordedFact recorded) {
        cycleOf(recorded).closedOut(recorded);
        ended = recorded.sequence();
    }

    void reopened(CaseReopened fact, RecordedFact recorded) {
        cycles.add(cycleOf(recorded).reopened(fact, recorded, cycles.size() + 1));
        mediation.begunAgain();
        exit = null;
        ended = NEVER;
    }

    void rated(SatisfactionRated fact, RecordedFact recorded) {
        pressure.rated(fact, recorded, cycleOf(recorded).number);
    }

    void declined(CaseDeclined fact, RecordedFact recorded) {
        cycleOf(recorded).noticeGiven(recorded.occurredAt());
        exit(CaseStatus.DECLINED, recorded, null);
    }

    void diverted(CaseDiverted fact, RecordedFact recorded) {
        cycleOf(recorded).noticeGiven(recorded.occurredAt());
        exit(CaseStatus.DIVERTED, recorded, fact.route());
    }

    void merged(CaseMerged fact, RecordedFact recorded) {
        exit(CaseStatus.MERGED, recorded, fact.intoCaseId());
    }

    void withdrawn(CaseWithdrawn fact, RecordedFact recorded) {
        exit(CaseStatus.WITHDRAWN, recorded, null);
    }

    void voided(CaseVoided fact, RecordedFact recorded) {
        exit(CaseStatus.VOIDED, recorded, null);
    }

    private void exit(CaseStatus which, RecordedFact recorded, @Nullable String to) {
        exit = new Exit(which, recorded.occurredAt(), to);
        ended = recorded.sequence();
    }

    /**
     * The cycle that a fact is about: the latest one, unless the fact was on record before that was opened. A fast clock
     * may date a close-out after the reopening that followed it; it still closed out the cycle before.
     */
    private CycleDraft cycleOf(RecordedFact recorded) {
        for (var i = cycles.size() - 1; i > 0; i--) {
            if (cycles.get(i).openedBySequence < recorded.sequence()) {
                return cycles.get(i);
            }
        }
        return cycles.get(0);
    }

    CaseAsOf finished(Happened last, int version) {
        return new CaseAsOf(
                report.caseId(),
                report.number(),
                reported.occurredAt(),
                reported.actor(),
                reported.unit(),
                reported.importId(),
                report.transferDue(),
                report.policyVersion(),
                matter,
                exit,
                List.copyOf(links),
                cycles.stream().map(cycle -> cycle.finished(visits)).toList(),
                assignments.finished(),
                assignments.returns(),
                pressure.urgings(),
                pressure.supervisions(),
                visits.stream()
                        .map(visit -> visit.afterTheEnd(Objects.requireNonNull(arrivals.get(visit.visitId())) > ended))
                        .toList(),
                mediation.finished(),
                pressure.reviews(),
                pressure.ratings(),
                List.copyOf(recused),
                last,
                version);
    }
}
