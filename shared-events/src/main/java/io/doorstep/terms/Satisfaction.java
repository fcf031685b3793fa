package io.doorstep.terms;

/** 满意度。 How a petitioner rates the work. */
public enum Satisfaction {
    /** 满意。 Satisfied. */
    SATISFIED,
    /** 基本满意。 Mostly satisfied. */
    MOSTLY_SATISFIED,
    /** 不满意。 Dissatisfied. */
    DISSATISFIED,
    /** 逾期未评。 The time to rate passed without a rating. */
    WINDOW_OVER
}
