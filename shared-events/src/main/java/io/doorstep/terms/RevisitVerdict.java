package io.doorstep.terms;

/** 回访结论。 What an independent check back found. */
public enum RevisitVerdict {
    /** 属实。 Resolved as reported. */
    CONFIRMED,
    /** 未化解。 Not resolved; the case opens again. */
    NOT_RESOLVED,
    /** 未联系上。 The petitioner could not be reached. */
    NOT_REACHED
}
