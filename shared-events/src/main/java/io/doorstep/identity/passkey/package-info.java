/** 通行密钥。 Keys that an authenticator keeps for an account (WebAuthn), registered and proven with Spring Security's own means. */
@NullMarked
package io.doorstep.identity.passkey;

import org.jspecify.annotations.NullMarked;
