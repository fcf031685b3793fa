package io.doorstep.query.meeting;

/** 清单事项的进度。 What came of a matter that a meeting raised. */
enum MatterState {
    /** 办理中。 Under way, and no day is past. */
    OPEN,
    /** 已过期。 Under way, and a day is past. */
    OVERDUE,
    /** 已办。 Resolved, or closed out. */
    DONE,
    /** 已退出。 Withdrawn, merged, declined or the like. */
    GONE
}
