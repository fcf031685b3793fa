package io.doorstep.identity.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * 身份提供方。 Who says who somebody is; there is none unless its address is set.
 *
 * @param issuer address; blank when there is none
 * @param name as it stands on the button; blank for a word of ours
 * @param claim in which it says the name that accounts are linked by
 * @param twofold values of {@code amr} or {@code acr} by which it says that two factors were shown
 */
public record Provider(
        String issuer,
        String clientId,
        String clientSecret,
        String name,
        Set<String> scopes,
        String claim,
        Set<String> twofold) {
    /** What it is called in addresses of ours. */
    public static final String ID = "house";

    public Provider {
        scopes = Set.copyOf(scopes);
        twofold = Set.copyOf(twofold);
    }

    public boolean isThere() {
        return !issuer.isBlank();
    }

    /** Whether it says that somebody showed two factors, in a way that the office takes. */
    boolean showedTwo(OidcUser somebody) {
        var said = somebody.getClaim("amr") instanceof Collection<?> ways ? ways : List.of();
        var level = somebody.getClaim("acr");
        return said.stream().anyMatch(twofold::contains) || (level instanceof String one && twofold.contains(one));
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "provider " + issuer;
    }
}
