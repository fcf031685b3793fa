package io.doorstep.identity.signin;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 会话。 A browser in which an account is signed in.
 *
 * @param ref names it, and cannot be used to take it over
 * @param browser as it calls itself
 * @param own whether it is the one that asks
 */
public record OpenSession(String ref, String browser, Instant since, Instant lastSeen, boolean own) {
    // in this order: most browsers also call themselves by the names of others
    private static final List<String> BROWSERS =
            List.of("MicroMessenger", "DingTalk", "Edg", "OPR", "QQBrowser", "Firefox", "Chrome", "Safari", "curl");
    private static final List<String> SYSTEMS =
            List.of("HarmonyOS", "Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");

    /** Browser and system in brief, such as {@code Chrome · Windows}; empty when it calls itself nothing that is known. */
    public String device() {
        return Stream.of(BROWSERS, SYSTEMS)
                .flatMap(names -> names.stream().filter(browser::contains).limit(1))
                .collect(Collectors.joining(" · "));
    }
}
