package io.doorstep.terms;

/** 走访后续。 What became of what a visit left open. */
public enum FollowUp {
    /** 承诺已兑现。 What was promised was done. */
    COMMITMENT_KEPT,
    /** 承诺未兑现。 What was promised was not done, and why is said. */
    COMMITMENT_BROKEN,
    /** 已核，无需另办。 Somebody looked at the visit; nothing else follows from it. */
    NOTHING_FOLLOWS
}
