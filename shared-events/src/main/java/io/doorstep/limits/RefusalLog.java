package io.doorstep.limits;

import io.doorstep.identity.SecurityProblems;
import io.doorstep.identity.SignedIn;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * 拒绝记录。 Puts on record who was refused what, and who sends much that is malformed. Ten rows of a sort at once from one account or
 * address and one a minute from then on, so that nobody fills the log.
 */
public final class RefusalLog extends OncePerRequestFilter {
    private static final int ROWS_AT_ONCE = 10;
    /** Somebody mistypes; a program that tries words is malformed more often. */
    private static final int MALFORMED_AT_ONCE = 30;

    private final Meter meter;
    private final SecurityLog log;

    public RefusalLog(Meter meter, SecurityLog log) {
        this.meter = meter;
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var before = account();
        chain.doFilter(request, response);
        var account = before.isEmpty() ? account() : before;
        var who = account.isEmpty() ? request.getRemoteAddr() : account;
        if (response.getStatus() == HttpStatus.FORBIDDEN.value() || isOfAnother(request, response)) {
            add(event(request), account, who, request);
        } else if (response.getStatus() == HttpStatus.BAD_REQUEST.value()
                && !meter.count("malformed " + who, MALFORMED_AT_ONCE, MALFORMED_AT_ONCE)
                        .isZero()) {
            add(SecurityEvent.MALFORMED_TOO_OFTEN, account, who, request);
        }
    }

    /** A case that somebody may not know of is answered like one that does not exist; who tries several is on record. */
    private static boolean isOfAnother(HttpServletRequest request, HttpServletResponse response) {
        return response.getStatus() == HttpStatus.NOT_FOUND.value()
                && String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                        .contains("{");
    }

    private void add(SecurityEvent event, String account, String who, HttpServletRequest request) {
        if (meter.count("row " + event + " " + who, ROWS_AT_ONCE, 1).isZero()) {
            // the pattern of the address is ours, what stood in its place is not
            var address = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            log.add(
                    event,
                    account,
                    request.getRemoteAddr(),
                    address == null ? "" : request.getMethod() + " " + address);
        }
    }

    private static SecurityEvent event(HttpServletRequest request) {
        var why = String.valueOf(request.getAttribute(SecurityProblems.WHY));
        return switch (why) {
            case "CSRF_TOKEN_MISSING" -> SecurityEvent.FORGED_REQUEST;
            case "TOKEN_SCOPE" -> SecurityEvent.TOKEN_SCOPE_REFUSED;
            default -> SecurityEvent.ACCESS_REFUSED;
        };
    }

    private static String account() {
        var somebody = SecurityContextHolder.getContext().getAuthentication();
        return somebody != null && somebody.getPrincipal() instanceof SignedIn known
                ? known.actor().id()
                : "";
    }
}
