/** 统一身份认证。 Signing in through the house's own provider (OpenID Connect), for accounts that an administrator linked to it. */
@NullMarked
package io.doorstep.identity.oidc;

import org.jspecify.annotations.NullMarked;
