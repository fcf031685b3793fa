package io.doorstep.terms;

/** 复查复核。 The two legal stages of appeal (Reg. 35, 36). */
public enum ReviewStage {
    /** 复查。 First stage. */
    REVIEW,
    /** 复核。 Second and last stage. */
    RECHECK
}
