package io.doorstep.terms;

/** 红绿灯。 How much of a clock's time is used up; thresholds are policy. */
public enum Light {
    /** 绿。 Less than the notice threshold. */
    GREEN,
    /** 蓝。 Notice threshold reached. */
    NOTICE,
    /** 黄。 Amber threshold reached. */
    AMBER,
    /** 红。 Red threshold reached. */
    RED,
    /** 黑。 Past due. */
    BLACK,
    /** 无。 No clock runs, or its due date is unknown. */
    NONE
}
