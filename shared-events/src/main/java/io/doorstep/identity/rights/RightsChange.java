package io.doorstep.identity.rights;

/** 变更事项。 What was done to an account. */
public enum RightsChange {
    /** 开户。 */
    OPENED,
    /** 授权。 */
    GRANTED,
    /** 停用。 */
    DISABLED,
    /** 启用。 */
    ENABLED,
    /** 重置口令。 */
    PASSWORD_RESET,
    /** 结束会话。 */
    SESSIONS_ENDED,
    /** 解除第二验证。 */
    SECOND_FACTOR_RESET,
    /** 移除通行密钥。 */
    PASSKEYS_REMOVED,
    /** 关联统一认证。 */
    PROVIDER_LINKED,
    /** 解除统一认证。 */
    PROVIDER_UNLINKED
}
