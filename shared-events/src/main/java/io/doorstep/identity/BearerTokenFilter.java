package io.doorstep.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** 令牌登录。 Signs a request in that brings {@code Authorization: Bearer …}; a token that does not hold is a 401. */
public final class BearerTokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final AuthenticationEntryPoint refusal;
    private final Clock clock;
    private final ZoneId officeZone;

    public BearerTokenFilter(ApiTokens tokens, AuthenticationEntryPoint refusal, Clock clock, ZoneId officeZone) {
        this.tokens = tokens;
        this.refusal = refusal;
        this.clock = clock;
        this.officeZone = officeZone;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        var somebody = tokens.accountOf(header.substring(SCHEME.length()).strip())
                .filter(found -> found.account().admits(LocalDate.ofInstant(clock.instant(), officeZone)));
        if (somebody.isEmpty()) {
            refusal.commence(request, response, new BadCredentialsException("no such token"));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new TokenAuthentication(somebody.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
