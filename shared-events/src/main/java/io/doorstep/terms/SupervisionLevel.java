package io.doorstep.terms;

/** 督办层级。 Who orders a case to be seen to. */
public enum SupervisionLevel {
    /** 乡镇。 Township. */
    TOWNSHIP,
    /** 县。 County. */
    COUNTY,
    /** 市。 Prefecture. */
    PREFECTURE,
    /** 省。 Province. */
    PROVINCE
}
