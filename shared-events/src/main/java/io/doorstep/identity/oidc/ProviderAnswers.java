package io.doorstep.identity.oidc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** 认证结果。 Understands what the provider said, once Spring Security found it genuine. */
public final class ProviderAnswers {
    private final Provider provider;
    private final Links links;

    public ProviderAnswers(Provider provider, Links links) {
        this.provider = provider;
        this.links = links;
    }

    /** Empty when no account is linked to the one who came. */
    public Optional<Who> who(Authentication answer) {
        if (!(answer.getPrincipal() instanceof OidcUser somebody)) {
            return Optional.empty();
        }
        var subject = somebody.getSubject();
        if (subject == null) {
            return Optional.empty();
        }
        return links.account(String.valueOf(somebody.getIssuer()), subject, name(somebody))
                .map(account -> new Who(account, provider.showedTwo(somebody)));
    }

    private @Nullable String name(OidcUser somebody) {
        return somebody.getClaim(provider.claim()) instanceof String name && !name.isBlank() ? name.strip() : null;
    }
}
