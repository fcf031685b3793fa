/** 第二验证。 Codes of an authenticator (TOTP, RFC 6238) beside the password, and codes for who lost it. */
@NullMarked
package io.doorstep.identity.factor;

import org.jspecify.annotations.NullMarked;
