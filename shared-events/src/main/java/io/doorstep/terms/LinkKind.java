package io.doorstep.terms;

/** 关联。 How one case stands to another. */
public enum LinkKind {
    /** 重复信访。 The same matter again. */
    REPEAT_OF,
    /** 不是重复。 Another matter, though it looked like the same. */
    NOT_REPEAT_OF,
    /** 相关。 Another matter that belongs with it. */
    RELATED_TO
}
