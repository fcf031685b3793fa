package io.doorstep.events.cases;

import java.time.Instant;

/** 案件事件。 The complete list of facts a case can leave behind; read it as the table of contents. */
public sealed interface CaseEvent
        permits CaseReported,
                CaseCorrected,
                CaseLinked,
                CaseUnlinked,
                CaseMerged,
                CaseVoided,
                CaseWithdrawn,
                DeadlinePassed,
                OfficerRecused,
                RecusalLifted,
                CaseAssigned,
                AssignmentSigned,
                AssignmentReturnProposed,
                AssignmentReturned,
                AssignmentReturnRefused,
                CaseAccepted,
                CaseDeclined,
                CaseDiverted,
                DeadlineExtended,
                ProgressNoted,
                AttachmentAdded,
                CaseVisited,
                VisitFollowedUp,
                MediatorsNamed,
                MediatorRefused,
                AgreementReached,
                PerformanceRecorded,
                ConfirmationRequested,
                ConfirmationDecided,
                CaseResolved,
                CaseRevisited,
                CaseReopened,
                CaseClosedOut,
                CaseUrged,
                SupervisionOrdered,
                SupervisionAnswered,
                SatisfactionRated,
                ReviewRequested,
                HearingBegun,
                HearingEnded,
                ReviewDecided {

    String caseId();

    /** When it happened, which may lie long before it was put on record. */
    Instant occurredAt();
}
