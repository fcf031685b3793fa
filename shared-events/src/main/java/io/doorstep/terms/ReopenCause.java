package io.doorstep.terms;

/** 重开原因。 Why a case began a new cycle. */
public enum ReopenCause {
    /** 回访未化解。 A revisit found it not resolved. */
    REVISIT,
    /** 申请。 Somebody with the right to do so asked. */
    REQUEST,
    /** 复查复核。 An appeal changed or revoked the opinion. */
    REVIEW,
    /** 协议未履行。 The parties did not do what they had agreed on. */
    NOT_PERFORMED
}
