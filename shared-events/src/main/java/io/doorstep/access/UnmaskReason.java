package io.doorstep.access;

/** 查看原因。 What somebody needs a petitioner's unmasked data for; a word of ours, so that the log holds none of his. */
public enum UnmaskReason {
    /** 联系信访人。 */
    CONTACT,
    /** 核对身份。 */
    VERIFY_IDENTITY,
    /** 上门走访。 */
    VISIT,
    /** 制作、送达文书。 */
    DOCUMENT,
    /** 督查审计。 */
    AUDIT
}
