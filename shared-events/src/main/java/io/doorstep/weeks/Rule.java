package io.doorstep.weeks;

/** 硬规则。 What a plan never breaks by itself; the name is the code that people read in words. */
public enum Rule {
    /** 非本人包联乡镇。 Not one of his contact townships, and he is no county leader. */
    NOT_HIS_TOWNSHIP(true),
    /** 职级不符。 Visits of this type are not his to make. */
    NOT_HIS_VISIT(true),
    /** 应回避。 He must keep out of the case. */
    RECUSED(false),
    /** 不在岗。 He is away on that day. */
    AWAY(false),
    /** 超出每日件数。 His day is full. */
    LOAD_FULL(true),
    /** 一日一乡镇。 He is in another township that day. */
    ONE_TOWNSHIP_A_DAY(true);

    private final boolean overrulable;

    Rule(boolean overrulable) {
        this.overrulable = overrulable;
    }

    /** Whether a person may set it aside for one visit, with a reason. */
    public boolean isOverrulable() {
        return overrulable;
    }
}
