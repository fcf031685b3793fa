package io.doorstep.query.supervision;

/** 督办状态。 What became of an order by its day. */
enum OrderState {
    /** 待答复。 Not answered, and its day is not over. */
    OPEN,
    /** 逾期未答复。 Its day is over without an answer. */
    OVERDUE,
    /** 按期答复。 Answered by its day. */
    IN_TIME,
    /** 逾期答复。 Answered after its day. */
    LATE,
    /** 案件已结。 The case was over before anybody answered. */
    ENDED
}
