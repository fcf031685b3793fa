package io.doorstep.identity;

import io.doorstep.identity.device.Devices;
import io.doorstep.identity.device.OpenToDevices;
import io.doorstep.identity.guard.Guesses;
import io.doorstep.identity.guard.SlowedDown;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** 令牌登录。 Signs a request in that brings {@code Authorization: Bearer …}; a token that does not hold is a 401. */
public final class BearerTokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final Devices devices;
    private final Accounts accounts;
    private final SecurityProblems refusal;
    private final Clock clock;
    private final ZoneId officeZone;
    private final Guesses guesses;

    public BearerTokenFilter(
            ApiTokens tokens,
            Devices devices,
            Accounts accounts,
            SecurityProblems refusal,
            Clock clock,
            ZoneId officeZone,
            Guesses guesses) {
        this.guesses = guesses;
        this.devices = devices;
        this.accounts = accounts;
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
        var token = header.substring(SCHEME.length()).strip();
        if (token.startsWith(Devices.PREFIX)) {
            device(token, request, response, chain);
            return;
        }
        var somebody = tokens.holder(token).filter(found -> admits(found.account()));
        if (somebody.isEmpty()) {
            refusal.commence(request, response, wrong(request.getRemoteAddr()));
        } else if (!somebody.get().scopes().contains(TokenScope.of(request))) {
            refusal.tokenMayNot(request, response);
        } else {
            goOn(new TokenAuthentication(somebody.get().account(), null), request, response, chain);
        }
    }

    private void device(String token, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var device = devices.by(token);
        if (device.isPresent() && device.get().lostAt() != null) {
            refusal.write(HttpStatus.UNAUTHORIZED, "DEVICE_LOST", request, response);
            return;
        }
        var owner = device.filter(devices::holds)
                .flatMap(known -> accounts.signedIn(known.account()))
                .filter(this::admits);
        if (owner.isEmpty()) {
            refusal.commence(request, response, wrong(request.getRemoteAddr()));
        } else if (!OpenToDevices.covers(request)) {
            refusal.tokenMayNot(request, response);
        } else {
            goOn(new TokenAuthentication(owner.get(), device.get().id()), request, response, chain);
        }
    }

    private boolean admits(SignedInAccount account) {
        return account.account().admits(LocalDate.ofInstant(clock.instant(), officeZone));
    }

    private static void goOn(
            TokenAuthentication who, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    /** A token that holds is never slowed down; nobody guesses one, but who tries is counted and told to wait. */
    private AuthenticationException wrong(String address) {
        try {
            guesses.wrongToken(address);
            return new BadCredentialsException("no such token");
        } catch (SlowedDown slowed) {
            return slowed;
        }
    }
}
