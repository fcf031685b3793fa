package io.doorstep.identity.signin;

import io.doorstep.identity.SecurityProblems;
import io.doorstep.identity.SignedInAccount;
import io.doorstep.identity.WhoMayWhere;
import io.doorstep.identity.factor.FactorRule;
import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.password.PasswordRules;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** 先办的事。 Whose password is known to somebody else, or outworn, or who lacks a second factor that is asked for, mends that first. */
public final class Duties extends OncePerRequestFilter {
    /** Page on which a password is changed. */
    public static final String PAGE = "/me/password";
    /** Page on which a second factor is added. */
    public static final String FACTOR_PAGE = "/me/second-factor";

    private static final List<String> STILL_OPEN = List.of(
            PAGE,
            FACTOR_PAGE,
            "/api/me/password",
            "/api/me/second-factor",
            "/api/me/passkeys",
            "/login",
            "/logout",
            "/assets/",
            "/webjars/",
            "/help",
            "/favicon.ico",
            "/error");

    private final PasswordRules passwords;
    private final SecondFactors factors;
    private final FactorRule rule;
    private final Clock clock;
    private final SecurityProblems problems;

    /**
     * Duties before anything else.
     *
     * @param rule for whom a password alone is not enough
     */
    public Duties(
            PasswordRules passwords, SecondFactors factors, FactorRule rule, Clock clock, SecurityProblems problems) {
        this.factors = factors;
        this.rule = rule;
        this.passwords = passwords;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return STILL_OPEN.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInAccount somebody)) {
            chain.doFilter(request, response);
        } else if (isDue(somebody, request)) {
            refuse("PASSWORD_DUE", PAGE, request, response);
        } else if (factorIsDue(somebody, request)) {
            refuse("SECOND_FACTOR_DUE", FACTOR_PAGE, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(String code, String page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (WhoMayWhere.isInterface(request)) {
            problems.isDue(code, request, response);
        } else {
            response.sendRedirect(request.getContextPath() + page);
        }
    }

    private boolean factorIsDue(SignedInAccount somebody, HttpServletRequest request) {
        return rule.binds(somebody.account().roles())
                && !factors.isOn(somebody.account().id())
                && !SessionContexts.isTwofold(request);
    }

    private boolean isDue(SignedInAccount somebody, HttpServletRequest request) {
        // who came without a password may not even know his
        return somebody.passwordIsTemporary()
                || (SessionContexts.way(request) == Way.PASSWORD
                        && passwords.isOutworn(somebody.passwordChangedAt(), clock.instant()));
    }
}
