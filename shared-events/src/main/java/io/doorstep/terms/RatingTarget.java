package io.doorstep.terms;

/** 评价对象。 Whom a rating is about. */
public enum RatingTarget {
    /** 信访部门。 The petition bureau. */
    PETITION_BUREAU,
    /** 承办单位。 The unit that handled it. */
    HANDLING_UNIT
}
