package io.doorstep.identity.signin;

import io.doorstep.identity.SecurityProblems;
import io.doorstep.identity.SignedInAccount;
import io.doorstep.identity.WhoMayWhere;
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

/** 先改口令。 Whose password is known to somebody else, or outworn, chooses another one before he does anything else. */
public final class PasswordDue extends OncePerRequestFilter {
    /** Page on which a password is changed. */
    public static final String PAGE = "/me/password";

    private static final List<String> STILL_OPEN = List.of(
            PAGE, "/api/me/password", "/login", "/logout", "/assets/", "/webjars/", "/help", "/favicon.ico", "/error");

    private final PasswordRules rules;
    private final Clock clock;
    private final SecurityProblems problems;

    public PasswordDue(PasswordRules rules, Clock clock, SecurityProblems problems) {
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
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedInAccount somebody)
                || !isDue(somebody)) {
            chain.doFilter(request, response);
        } else if (WhoMayWhere.isInterface(request)) {
            problems.passwordIsDue(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + PAGE);
        }
    }

    private boolean isDue(SignedInAccount somebody) {
        return somebody.passwordIsTemporary() || rules.isOutworn(somebody.passwordChangedAt(), clock.instant());
    }
}
