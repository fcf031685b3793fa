package io.doorstep.identity.signin;

/** 登录途径。 How a session began. */
enum Way {
    /** 口令。 */
    PASSWORD,
    /** 通行密钥。 */
    PASSKEY,
    /** 统一身份认证。 */
    PROVIDER
}
