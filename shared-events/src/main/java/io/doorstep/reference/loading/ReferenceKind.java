package io.doorstep.reference.loading;

/** 数据种类。 What a table of reference data lists. */
public enum ReferenceKind {
    /** 区划。 */
    PLACE,
    /** 单位。 */
    UNIT,
    /** 分类。 */
    CATEGORY,
    /** 工作人员。 */
    OFFICER
}
