package io.doorstep.terms;

/** 复查复核结论。 What an appeal came to. */
public enum ReviewDecision {
    /** 维持。 The opinion stands. */
    UPHELD,
    /** 变更。 The opinion was changed. */
    CHANGED,
    /** 撤销。 The opinion was revoked; the matter is handled anew. */
    REVOKED
}
