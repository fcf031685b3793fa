package io.doorstep.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** 安全响应头。 What browsers are told to refuse: scripts and styles within a page, frames, and anything from elsewhere. */
public final class SecurityHeaders {

    /** Setting: where a map gets its background from, such as {@code https://{s}.example.org/{z}/{x}/{y}.png}; none by default. */
    public static final String TILES = "doorstep.map.tiles";

    private static final String COMMON =
            "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String PAGES = "default-src 'self'";
    // Swagger UI sets styles and small pictures within the page; scripts stay in files there too
    private static final String API_DOCUMENTATION =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:" + COMMON;
    private static final Pattern TILE_SERVER =
            Pattern.compile("(https?://)(\\{s}\\.)?([A-Za-z0-9.-]+(?::[0-9]{1,5})?)/.*");

    private final String pages;

    /** @param tiles address of map tiles; blank for none, or beginning with a slash for ones from this very server */
    public SecurityHeaders(String tiles) {
        pages = PAGES + pictures(tiles.strip()) + COMMON;
    }

    public void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(self), interest-cohort=()"))
                .addHeaderWriter(policy(pages, false))
                .addHeaderWriter(policy(API_DOCUMENTATION, true));
    }

    /** The same for an answer to a request that is not even looked at. */
    public void writeTo(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", pages);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy());
        response.setHeader("Cache-Control", "no-store");
    }

    /** The one place elsewhere that pictures may come from, if the office names it. */
    static String pictures(String tiles) {
        if (tiles.isEmpty() || (tiles.startsWith("/") && !tiles.startsWith("//"))) {
            return "";
        }
        var server = TILE_SERVER.matcher(tiles);
        if (!server.matches()) {
            throw new IllegalArgumentException(TILES + " is no address of tiles: " + tiles);
        }
        // a tile that is no longer wanted is replaced by an empty picture written into the page
        return "; img-src 'self' data: " + server.group(1) + (server.group(2) == null ? "" : "*.") + server.group(3);
    }

    private static DelegatingRequestMatcherHeaderWriter policy(String policy, boolean documentation) {
        return new DelegatingRequestMatcherHeaderWriter(
                request -> isDocumentation(request) == documentation,
                new StaticHeadersWriter("Content-Security-Policy", policy));
    }

    private static boolean isDocumentation(HttpServletRequest request) {
        return request.getRequestURI().contains("/swagger-ui/");
    }
}
