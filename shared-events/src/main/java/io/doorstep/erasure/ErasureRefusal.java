package io.doorstep.erasure;

/** 不予删除的理由。 Why a request to erase was refused; the person must be told. */
public enum ErasureRefusal {
    /** 法定保存期限未届满。 */
    RETENTION_RUNS,
    /** 事项仍需办理。 */
    STILL_NEEDED,
    /** 请求人身份未能核实。 */
    IDENTITY_UNPROVEN,
    /** 理由不成立。 */
    GROUND_DOES_NOT_HOLD
}
