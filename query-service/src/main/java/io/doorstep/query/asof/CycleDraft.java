package io.doorstep.query.asof;

import io.doorstep.events.cases.AssignmentSigned;
import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.DeadlineExtended;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Cycle} while its facts are being read. */
final class CycleDraft {

    final int number;
    final long openedBySequence;
    private final Instant openedAt;
    private @Nullable Instant signedAt;
    private @Nullable LocalDate objectionDue;
    private @Nullable LocalDate noticeDue;
    private @Nullable Instant noticeGivenAt;
    private @Nullable Instant acceptedAt;
    private @Nullable String clock;
    private @Nullable LocalDate handlingDue;
    private int extensionDays;
    private @Nullable Resolution resolution;
    private final List<Revisit> revisits = new ArrayList<>();
    private @Nullable Instant closedOutAt;
    private @Nullable String closedOutBy;
    private @Nullable Instant reopenedAt;
    private @Nullable String reopenCause;

    CycleDraft(int number, long openedBySequence, Instant openedAt) {
        this.number = number;
        this.openedBySequence = openedBySequence;
        this.openedAt = openedAt;
    }

    void signed(AssignmentSigned signed, Instant at) {
        if (noticeGivenAt == null) {
            signedAt = at;
            objectionDue = signed.objectionDue();
            noticeDue = signed.noticeDue();
        }
    }

    /** The unit that owed the notice no longer has the case, so it owes none. */
    void handedOn() {
        if (noticeGivenAt == null) {
            signedAt = null;
            objectionDue = null;
            noticeDue = null;
        }
    }

    void noticeGiven(Instant at) {
        if (noticeGivenAt == null) {
            noticeGivenAt = at;
        }
    }

    void accepted(CaseAccepted accepted, Instant at) {
        noticeGiven(at);
        acceptedAt = at;
        clock = accepted.clock();
        handlingDue = accepted.handlingDue();
    }

    void extended(DeadlineExtended extended) {
        extensionDays += extended.days();
        handlingDue = extended.handlingDue();
    }

    void resolved(Resolution how) {
        resolution = how;
    }

    void revisited(Revisit revisit) {
        revisits.add(revisit);
    }

    void closedOut(RecordedFact recorded) {
        closedOutAt = recorded.occurredAt();
        closedOutBy = recorded.actor();
    }

    CycleDraft reopened(CaseReopened reopened, RecordedFact recorded, int nextNumber) {
        reopenedAt = recorded.occurredAt();
        reopenCause = reopened.cause();
        var next = new CycleDraft(nextNumber, recorded.sequence(), recorded.occurredAt());
        next.clock = clock;
        next.handlingDue = reopened.handlingDue();
        return next;
    }

    Cycle finished(List<Visit> visits) {
        return new Cycle(
                number,
                openedAt,
                signedAt,
                objectionDue,
                noticeDue,
                noticeGivenAt,
                acceptedAt,
                clock,
                handlingDue,
                extensionDays,
                resolution == null ? null : withDoorstep(resolution, visits),
                List.copyOf(revisits),
                closedOutAt,
                closedOutBy,
                reopenedAt,
                reopenCause);
    }

    /** Decided at the end, because the visit may be on record later than the resolution that it brought about. */
    private static Resolution withDoorstep(Resolution how, List<Visit> visits) {
        var doorstep =
                visits.stream().anyMatch(visit -> visit.visitId().equals(how.visitId()) && visit.atTheDoorstep());
        return new Resolution(
                how.at(),
                how.outcome(),
                how.result(),
                how.summary(),
                how.evidence(),
                how.visitId(),
                how.onTheSpot(),
                doorstep,
                how.stance(),
                how.resolver(),
                how.unit(),
                how.officer(),
                how.place(),
                how.revisitDue());
    }
}
