package io.doorstep.query.asof;

/** 交办终止。 Why a unit no longer answers for a case that is still open. */
public enum AssignmentEnd {
    /** 退办。 The sender took it back. */
    RETURNED,
    /** 改派。 Another unit, or the same one anew, was given the case. */
    REPLACED
}
