package io.doorstep.terms;

/** 走访结果。 What a visit came to. */
public enum VisitOutcome {
    /** 当场化解。 Settled at the doorstep. */
    RESOLVED_ON_SPOT,
    /** 承诺。 Something was promised by a date. */
    COMMITMENT,
    /** 上报。 It needs a higher level. */
    ESCALATED,
    /** 未见到。 The petitioner was not met. */
    NOT_MET
}
