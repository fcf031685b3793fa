package io.doorstep.identity.guard;

/** 安全事件。 What the security log tells. */
public enum SecurityEvent {
    /** 登录。 */
    SIGNED_IN,
    /** 新设备登录。 */
    NEW_DEVICE,
    /** 退出。 */
    SIGNED_OUT,
    /** 登录失败。 */
    SIGN_IN_FAILED,
    /** 登录限速。 */
    SIGN_IN_SLOWED,
    /** 限速期内拒绝。 */
    SIGN_IN_REFUSED,
    /** 令牌无效。 */
    TOKEN_REFUSED,
    /** 签发令牌。 */
    TOKEN_ISSUED,
    /** 作废令牌。 */
    TOKEN_REVOKED,
    /** 启用走访手机。 */
    DEVICE_KNOWN,
    /** 手机挂失。 */
    DEVICE_LOST,
    /** 修改口令。 */
    PASSWORD_CHANGED,
    /** 重置口令。 */
    PASSWORD_RESET,
    /** 使用一次性码。 */
    CODE_USED,
    /** 一次性码无效。 */
    CODE_REFUSED,
    /** 结束会话。 */
    SESSION_ENDED,
    /** 结束全部会话。 */
    ALL_SESSIONS_ENDED,
    /** 启用第二验证。 */
    SECOND_FACTOR_ADDED,
    /** 停用第二验证。 */
    SECOND_FACTOR_REMOVED,
    /** 使用恢复码。 */
    RECOVERY_CODE_USED,
    /** 添加通行密钥。 */
    PASSKEY_ADDED,
    /** 移除通行密钥。 */
    PASSKEY_REMOVED,
    /** 使用通行密钥。 */
    PASSKEY_USED,
    /** 通行密钥无效。 */
    PASSKEY_REFUSED,
    /** 统一认证登录。 */
    PROVIDER_USED,
    /** 统一认证被拒。 */
    PROVIDER_REFUSED,
    /** 无权限。 */
    ACCESS_REFUSED,
    /** 伪造请求。 */
    FORGED_REQUEST,
    /** 令牌越权。 */
    TOKEN_SCOPE_REFUSED,
    /** 请求过多。 */
    ASKED_TOO_OFTEN,
    /** 格式错误过多。 */
    MALFORMED_TOO_OFTEN
}
