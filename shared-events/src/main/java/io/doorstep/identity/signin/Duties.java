package io.doorstep.identity.signin;

import io.doorstep.identity.SecurityProblems;
import io.doorstep.identity.SignedInAccount;
import io.doorstep.identity.WhoMayWhere;
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
            "/login",
            "/logout",
            "/assets/",
            "/webjars/",
            "/help",
            "/favicon.ico",
            "/error");

    private final PasswordRules rules;
    private final SecondFactors factors;
    private final boolean factorWanted;
    private final Clock clock;
    private final SecurityProblems problems;

    /**
     * Duties before anything else.
     *
     * @param factorWanted whether a password alone is not enough for anybody
     */
    public Duties(
            PasswordRules rules, SecondFactors factors, boolean factorWanted, Clock clock, SecurityProblems problems) {
        this.factors = factors;
        this.factorWanted = factorWanted;
        this.rules = rules;
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
        } else if (isDue(somebody)) {
            refuse("PASSWORD_DUE", PAGE, request, response);
        } else if (factorIsDue(somebody)) {
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

    private boolean factorIsDue(SignedInAccount somebody) {
        return factorWanted && !factors.isOn(somebody.account().id());
    }

    private boolean isDue(SignedInAccount somebody) {
        return somebody.passwordIsTemporary() || rules.isOutworn(somebody.passwordChangedAt(), clock.instant());
    }
}
