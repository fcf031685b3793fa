package io.doorstep.identity;

import io.doorstep.terms.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** 访问范围。 Which addresses are open without signing in; all others ask for it, and their own code for the role. */
public final class WhoMayWhere {
    private static final String[] OPEN = {
        "/",
        "/login",
        "/login/code",
        "/login/second-step",
        "/api/sign-in/second-step",
        "/api/sign-in/passkey/challenge",
        "/api/sign-in/passkey",
        "/api/password-code",
        "/setup",
        "/api/setup",
        "/actuator/health/**",
        "/assets/**",
        "/webjars/**",
        "/help",
        // the app in the phone; no data is in it
        "/visits/app/**",
        "/help/**",
        "/favicon.ico"
    };

    private WhoMayWhere() {}

    public static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                // only to say what happened to another request
                .requestMatchers("/error")
                .denyAll()
                .requestMatchers(OPEN)
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .access(WhoMayWhere::readsMetrics)
                .requestMatchers("/actuator/**")
                .hasRole(Role.ADMINISTRATOR.name())
                .anyRequest()
                .authenticated();
    }

    /** Addresses that answer with data for programs, and so with problems rather than pages. */
    public static boolean isInterface(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/actuator") || path.startsWith("/v3/");
    }

    /** A collector on the same machine, but not whatever a reverse proxy on the same machine passes on. */
    private static AuthorizationDecision readsMetrics(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext where) {
        var request = where.getRequest();
        var near = isLoopback(request.getRemoteAddr())
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
        var somebody = who.get();
        return new AuthorizationDecision(near
                || (somebody != null
                        && somebody.getAuthorities().stream()
                                .anyMatch(held -> ("ROLE_" + Role.ADMINISTRATOR).equals(held.getAuthority()))));
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }
}
