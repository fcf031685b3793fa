package io.doorstep.terms;

/** 办理状态。 The stage that a case has reached; a display of several facts, not a fact of its own. */
public enum CaseStatus {
    /** 已登记。 On record, nobody answers yet. */
    REPORTED,
    /** 已交办。 A unit has been told. */
    ASSIGNED,
    /** 已签收。 The unit has it. */
    SIGNED,
    /** 已受理。 The petitioner has been told that it is handled. */
    ACCEPTED,
    /** 已化解。 Resolved, waits for revisit or close-out. */
    RESOLVED,
    /** 已回访。 Confirmed by a revisit, waits for close-out. */
    REVISITED,
    /** 已销号。 Struck off the problem list. */
    CLOSED_OUT,
    /** 不予受理。 Exit: declined. */
    DECLINED,
    /** 诉访分离。 Exit: another legal route. */
    DIVERTED,
    /** 已并案。 Exit: counted with another case. */
    MERGED,
    /** 已撤回。 Exit: withdrawn by the petitioner. */
    WITHDRAWN,
    /** 已作废。 Exit: recorded by mistake. */
    VOIDED
}
