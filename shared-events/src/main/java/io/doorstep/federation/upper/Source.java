package io.doorstep.federation.upper;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 来源。 A county whose facts are copied here.
 *
 * @param name short name, as in the settings; stays for ever
 * @param label as people call it
 * @param url where its Doorstep answers
 * @param token of the account that the county opened for this office
 * @param keys public keys that its heads may be signed with (X.509, Base64)
 * @param place code of the division that its cases lie in
 */
public record Source(String name, String label, URI url, String token, Set<String> keys, String place) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern PLACE = Pattern.compile("[0-9]{2,24}");

    public Source {
        keys = Set.copyOf(keys);
        if (!NAME.matcher(name).matches()) {
            throw wrong(name, "name", "small letters, digits and dashes, at most 40, the first a letter");
        }
        if (url.getHost() == null || !isSafe(url)) {
            throw wrong(name, "url", "an https address with a host; http only on this machine");
        }
        if (token.isBlank()) {
            throw wrong(name, "token", "the token that the county issued");
        }
        if (keys.isEmpty()) {
            throw wrong(name, "key", "the public key that the county's page /federation shows");
        }
        if (!PLACE.matcher(place).matches()) {
            throw wrong(name, "place", "the code of the county's division");
        }
    }

    private static boolean isSafe(URI url) {
        return "https".equals(url.getScheme())
                || ("http".equals(url.getScheme())
                        && Set.of("localhost", "127.0.0.1", "[::1]").contains(url.getHost()));
    }

    private static IllegalStateException wrong(String name, String setting, String wanted) {
        return new IllegalStateException(
                "doorstep.federation.sources." + name + "." + setting + " has to be " + wanted);
    }

    /** Without what nobody has to read. */
    @Override
    public String toString() {
        return name;
    }
}
