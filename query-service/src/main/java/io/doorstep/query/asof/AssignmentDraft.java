package io.doorstep.query.asof;

import io.doorstep.events.cases.AssignmentSigned;
import io.doorstep.events.cases.CaseAssigned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link Assignment} while its facts are being read. */
final class AssignmentDraft {

    CaseAssigned given;
    final long sequence;
    private final Instant assignedAt;
    private @Nullable Instant signedAt;
    private @Nullable LocalDate objectionDue;
    private @Nullable LocalDate noticeDue;
    private @Nullable Instant returnProposedAt;
    private @Nullable Instant endedAt;
    private @Nullable AssignmentEnd ended;
    final List<Return> returns = new ArrayList<>();

    AssignmentDraft(CaseAssigned given, RecordedFact recorded) {
        this.given = given;
        this.sequence = recorded.sequence();
        this.assignedAt = recorded.occurredAt();
    }

    boolean inForce() {
        return ended == null;
    }

    void signed(AssignmentSigned signed, Instant at) {
        signedAt = at;
        objectionDue = signed.objectionDue();
        noticeDue = signed.noticeDue();
    }

    void returnProposed(Instant at) {
        returnProposedAt = at;
        returns.add(new Return(given.unit(), at, null, null));
    }

    void returnRefused(Instant at) {
        returnProposedAt = null;
        returnDecided(Return.REFUSED, at);
    }

    void returned(Instant at) {
        returnDecided(Return.RETURNED, at);
        ended(AssignmentEnd.RETURNED, at);
    }

    private void returnDecided(String decision, Instant at) {
        var last = returns.isEmpty() ? null : returns.get(returns.size() - 1);
        if (last == null || last.decision() != null) {
            returns.add(new Return(given.unit(), null, at, decision));
        } else {
            returns.set(returns.size() - 1, new Return(last.unit(), last.proposedAt(), at, decision));
        }
    }

    /** An officer who is recused lays it down; his unit goes on. */
    void without(String officer) {
        given = new CaseAssigned(
                given.caseId(),
                given.occurredAt(),
                given.unit(),
                officer.equals(given.officer()) ? null : given.officer(),
                officer.equals(given.leadOfficer()) ? null : given.leadOfficer(),
                given.reportBackBy(),
                given.instruction());
    }

    void ended(AssignmentEnd why, Instant at) {
        ended = why;
        endedAt = at;
        returnProposedAt = null;
    }

    Assignment finished() {
        return new Assignment(
                given.unit(),
                given.officer(),
                given.leadOfficer(),
                assignedAt,
                given.reportBackBy(),
                signedAt,
                objectionDue,
                noticeDue,
                returnProposedAt,
                endedAt,
                ended);
    }
}
