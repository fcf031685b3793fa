package io.doorstep.identity;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/** 令牌身份。 Signed in by an API token, and so a program rather than a person at the keyboard. */
public final class TokenAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final SignedInAccount somebody;

    TokenAuthentication(SignedInAccount somebody) {
        super(somebody.getAuthorities());
        this.somebody = somebody;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return somebody;
    }
}
