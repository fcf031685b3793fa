package io.doorstep.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** 安全响应头。 What browsers are told to refuse: scripts and styles within a page, frames, and anything from elsewhere. */
public final class SecurityHeaders {
    private static final String COMMON =
            "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String PAGES = "default-src 'self'" + COMMON;
    // Swagger UI sets styles and small pictures within the page; scripts stay in files there too
    private static final String API_DOCUMENTATION =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:" + COMMON;

    private SecurityHeaders() {}

    public static void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(self), interest-cohort=()"))
                .addHeaderWriter(policy(PAGES, false))
                .addHeaderWriter(policy(API_DOCUMENTATION, true));
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
