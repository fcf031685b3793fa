package io.doorstep.identity.oidc;

import io.doorstep.vault.Vault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * 认证请求。 What was asked of the provider, until it answers. The browser keeps it, sealed: whoever is not signed in shall not fill a table
 * with sessions.
 */
public final class SealedRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String COOKIE = "doorstep-provider";
    private static final String SUBJECT = "oidc-requests";
    private static final Duration LASTING = Duration.ofMinutes(10);
    private static final List<String> ATTRIBUTES =
            List.of(OAuth2ParameterNames.REGISTRATION_ID, PkceParameterNames.CODE_VERIFIER, OidcParameterNames.NONCE);

    private final Vault vault;
    private final Clock clock;

    public SealedRequests(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        return kept(request)
                .map(SealedRequests::read)
                .filter(asked -> state != null && state.equals(asked.getState()))
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            keep("", Duration.ZERO, request, response);
            return;
        }
        var parts = new ArrayList<>(List.of(
                String.valueOf(clock.instant().plus(LASTING).toEpochMilli()),
                asked.getClientId(),
                asked.getAuthorizationUri(),
                String.valueOf(asked.getRedirectUri()),
                String.valueOf(asked.getState()),
                String.join(" ", asked.getScopes())));
        ATTRIBUTES.forEach(name -> parts.add(String.valueOf(asked.<Object>getAttribute(name))));
        var sealed = vault.sealBytes(SUBJECT, String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        keep(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LASTING, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var asked = loadAuthorizationRequest(request);
        if (asked != null) {
            keep("", Duration.ZERO, request, response);
        }
        return asked;
    }

    private Optional<List<String>> kept(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return Optional.empty();
        }
        try {
            return vault.openBytes(SUBJECT, Base64.getUrlDecoder().decode(cookie.getValue()))
                    .map(bytes -> List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)))
                    .filter(parts -> parts.size() == 6 + ATTRIBUTES.size())
                    .filter(parts ->
                            Instant.ofEpochMilli(Long.parseLong(parts.get(0))).isAfter(clock.instant()));
        } catch (IllegalArgumentException | IllegalStateException notOfUs) {
            return Optional.empty();
        }
    }

    private static OAuth2AuthorizationRequest read(List<String> parts) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(parts.get(1))
                .authorizationUri(parts.get(2))
                .redirectUri(parts.get(3))
                .state(parts.get(4))
                .scope(parts.get(5).split(" "))
                .attributes(attributes -> {
                    for (var i = 0; i < ATTRIBUTES.size(); i++) {
                        attributes.put(ATTRIBUTES.get(i), parts.get(6 + i));
                    }
                })
                .build();
    }

    private static void keep(String value, Duration lasting, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        // it has to come along when the provider sends the browser back
                        .sameSite("Lax")
                        .maxAge(lasting)
                        .build()
                        .toString());
    }
}
