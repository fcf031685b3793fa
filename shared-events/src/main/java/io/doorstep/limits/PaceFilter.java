package io.doorstep.limits;

import io.doorstep.identity.SecurityProblems;
import io.doorstep.identity.SignedIn;
import io.doorstep.identity.WhoMayWhere;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** 限速。 Asks who reads or brings in too much to wait; on record once a minute at most. */
public final class PaceFilter extends OncePerRequestFilter {
    private final Meter meter;
    private final double share;
    private final SecurityProblems problems;
    private final SecurityLog log;

    /** @param share of what {@link Kind} allows; nothing is counted when it is not above zero */
    public PaceFilter(Meter meter, double share, SecurityProblems problems, SecurityLog log) {
        this.meter = meter;
        this.share = share;
        this.problems = problems;
        this.log = log;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return share <= 0;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var somebody = SecurityContextHolder.getContext().getAuthentication();
        var account = somebody != null && somebody.getPrincipal() instanceof SignedIn known
                ? known.actor().id()
                : "";
        var kind = Kind.of(request, !account.isEmpty());
        if (kind.isPresent()) {
            var who = account.isEmpty() ? request.getRemoteAddr() : account;
            var wait = meter.count(
                    kind.get() + " " + who,
                    part(kind.get().atOnce()),
                    part(kind.get().aMinute()));
            if (!wait.isZero()) {
                refuse(kind.get(), account, Math.max(1, wait.plusMillis(999).toSeconds()), request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void refuse(
            Kind kind, String account, long seconds, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var who = account.isEmpty() ? request.getRemoteAddr() : account;
        if (meter.count("told " + kind + " " + who, 1, 1).isZero()) {
            log.add(SecurityEvent.ASKED_TOO_OFTEN, account, request.getRemoteAddr(), kind.name());
        }
        response.setHeader("Retry-After", String.valueOf(seconds));
        if (WhoMayWhere.isInterface(request)
                || request.getRequestURI().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            problems.write(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", request, response);
        } else {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private int part(int whole) {
        return Math.max(1, (int) Math.round(whole * share));
    }
}
