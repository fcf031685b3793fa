package io.doorstep.terms;

/** 佐证形式。 What shows that a case is resolved. */
public enum EvidenceType {
    /** 文字。 A written account. */
    TEXT,
    /** 协议。 An agreement. */
    AGREEMENT,
    /** 附件。 A stored file, named by its hash. */
    ATTACHMENT,
    /** 走访。 The visit that resolved it. */
    VISIT
}
