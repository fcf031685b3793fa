package io.doorstep.identity.passkey;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 站点。 For which address passkeys are made; browsers offer them nowhere else.
 *
 * @param domain of the address, or one that it ends with; a key of one domain is worth nothing at another
 * @param origins addresses at which they are taken, such as {@code https://doorstep.example.org}
 */
public record Site(String domain, Set<String> origins) {

    public Site {
        origins = Set.copyOf(origins);
    }

    /**
     * The site as settings have it.
     *
     * @param origins separated by commas; blank for {@code https} at the domain, or for this machine itself without it
     */
    public static Site named(String domain, String origins, int port) {
        if (!origins.isBlank()) {
            return new Site(
                    domain,
                    Arrays.stream(origins.split(","))
                            .map(String::strip)
                            .filter(origin -> !origin.isEmpty())
                            .collect(Collectors.toUnmodifiableSet()));
        }
        // browsers take this machine itself for a safe place even without https
        return domain.equals("localhost")
                ? new Site(domain, Set.of("http://localhost:" + port, "https://localhost:" + port))
                : new Site(domain, Set.of("https://" + domain));
    }
}
