package io.doorstep.erasure;

/** 删除理由。 The grounds of article 47 of the Personal Information Protection Law. */
public enum ErasureGround {
    /** 处理目的已实现、无法实现，或者不再必要。 */
    PURPOSE_ACHIEVED,
    /** 停止提供服务，或者保存期限已届满。 */
    RETENTION_OVER,
    /** 个人撤回同意。 */
    CONSENT_WITHDRAWN,
    /** 违反法律、行政法规或者违反约定处理个人信息。 */
    UNLAWFUL,
    /** 法律、行政法规规定的其他情形。 */
    OTHER_LAW;

    /** Whether it can hold while the matter is still being handled. */
    public boolean holdsForOpenCases() {
        return this == UNLAWFUL || this == OTHER_LAW;
    }
}
