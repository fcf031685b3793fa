package io.doorstep.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** 令牌身份。 Signed in by an API token, and so a program rather than a person at the keyboard. */
public final class TokenAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final SignedInAccount somebody;
    private final @Nullable String device;

    /** @param device the telephone whose token it is; null for a program's */
    TokenAuthentication(SignedInAccount somebody, @Nullable String device) {
        super(somebody.getAuthorities());
        this.somebody = somebody;
        this.device = device;
        setAuthenticated(true);
    }

    /** The telephone that the request on this thread comes from; empty when it comes from anything else. */
    public static Optional<String> device() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof TokenAuthentication token
                ? Optional.ofNullable(token.device)
                : Optional.empty();
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
