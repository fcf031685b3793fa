package io.doorstep.terms;

/** 办理结果。 How the procedure ended (Reg. 31, 32; Med. 28). */
public enum ResolutionOutcome {
    /** 支持诉求。 The request was granted. */
    SUPPORTED,
    /** 部分支持。 It was granted in part. */
    PARTLY_SUPPORTED,
    /** 不予支持。 It was not granted. */
    NOT_SUPPORTED,
    /** 调解成功。 The parties agreed. */
    MEDIATED,
    /** 解释说明。 The rules were explained. */
    EXPLAINED,
    /** 采纳建议。 A suggestion was taken up. */
    ADOPTED
}
