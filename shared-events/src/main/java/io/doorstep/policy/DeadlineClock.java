package io.doorstep.policy;

import io.doorstep.terms.CaseKind;

/** 期限。 The clocks of a case's life; how long each runs is said by the {@link Policy}. */
public enum DeadlineClock {
    /** 转送交办期限。 From the report to the first assignment, acceptance or exit. */
    TRANSFER,
    /** 异议期限。 From signing for an assignment to proposing its return. */
    OBJECTION,
    /** 告知期限。 From signing for an assignment to notice of acceptance or not. */
    NOTICE,
    /** 办理期限。 From acceptance to resolution; the only clock that can be extended. */
    HANDLING,
    /** 调解期限。 From acceptance of a dispute to its resolution. */
    MEDIATION,
    /** 回访期限。 From resolution to the revisit. */
    REVISIT,
    /** 申请复查期限。 From delivery of the opinion to the petitioner's request for review. */
    REVIEW_REQUEST,
    /** 复查期限。 From the request for review to its decision. */
    REVIEW,
    /** 申请复核期限。 From delivery of the review to the petitioner's request for recheck. */
    RECHECK_REQUEST,
    /** 复核期限。 From the request for recheck to its decision; days of a hearing are added as extra days. */
    RECHECK,
    /** 申请司法确认期限。 From a mediated agreement to the parties' joint request that a court confirm it. */
    JUDICIAL_CONFIRMATION;

    /** Which clock an acceptance starts: mediation for a dispute, handling for every other kind. */
    public static DeadlineClock startedByAcceptanceOf(CaseKind kind) {
        return kind == CaseKind.DISPUTE ? MEDIATION : HANDLING;
    }
}
