package io.doorstep.policy;

/** 计日方式。 Which days a clock counts. */
public enum DayCount {
    /** 自然日。 Every day counts; the last day may roll on to a working day. */
    CALENDAR_DAYS,
    /** 工作日。 Only working days count, make-up days among them. */
    WORKING_DAYS
}
