package io.doorstep.identity.signin;

import io.doorstep.identity.Accounts;
import io.doorstep.identity.SignedInAccount;
import io.doorstep.identity.factor.FactorRule;
import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.passkey.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * 会话里的人。 A session holds an account's id and nothing else of it: rights are read anew at each request, so that who was disabled or
 * given other rights is out, or has them, at once.
 */
public final class SessionContexts implements SecurityContextRepository {
    static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    static final String SIGNED_IN_AT = "doorstep.signed-in-at";
    static final String BROWSER = "doorstep.browser";

    private static final String WAY = "doorstep.way";
    private static final String TWOFOLD = "doorstep.twofold";
    private static final String HALFWAY = "doorstep.halfway";
    private static final String HALFWAY_AT = "doorstep.halfway-at";
    private static final Duration HALFWAY_LASTS = Duration.ofMinutes(10);
    private static final int LONGEST_BROWSER = 300;

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final FactorRule rule;
    private final Clock clock;
    private final ZoneId officeZone;
    private final Duration longest;

    /**
     * Sessions of accounts.
     *
     * @param longest time after which a session ends, however busy it is
     */
    public SessionContexts(
            Accounts accounts,
            SecondFactors factors,
            Passkeys passkeys,
            FactorRule rule,
            Clock clock,
            ZoneId officeZone,
            Duration longest) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
        this.rule = rule;
        this.clock = clock;
        this.officeZone = officeZone;
        this.longest = longest;
    }

    @Override
    @SuppressWarnings("deprecation") // the one method that this interface cannot do without
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        var session = holder.getRequest().getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String id)) {
            return context;
        }
        var today = LocalDate.ofInstant(clock.instant(), officeZone);
        var somebody = accounts.signedIn(id).filter(known -> known.account().admits(today));
        if (somebody.isEmpty() || isOver(session.getAttribute(SIGNED_IN_AT))) {
            session.invalidate();
            return context;
        }
        context.setAuthentication(authentication(somebody.get()));
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var authentication = context.getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInAccount somebody)) {
            var session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(ACCOUNT);
            }
            return;
        }
        if (needsMore(somebody.account().id())) {
            halfway(somebody.account().id(), Way.PASSWORD, request);
        } else {
            complete(somebody.account().id(), Way.PASSWORD, false, request);
        }
    }

    /** Whoever must not do with a password alone, and has something better, shows that; who has not, gets it first ({@link Duties}). */
    boolean needsMore(String account) {
        return factors.isOn(account)
                || (passkeys.has(account)
                        && accounts.find(account)
                                .filter(known -> rule.binds(known.roles()))
                                .isPresent());
    }

    /** Lets somebody go on to the second step. */
    void halfway(String account, Way way, HttpServletRequest request) {
        var session = request.getSession(true);
        session.setAttribute(HALFWAY, account);
        session.setAttribute(HALFWAY_AT, clock.instant().toEpochMilli());
        session.setAttribute(WAY, way.name());
    }

    /** How the session began, or the half of the way to one. */
    static Way way(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(WAY) instanceof String way ? Way.valueOf(way) : Way.PASSWORD;
    }

    /** Whose password was right a moment ago, and whose code is waited for. */
    Optional<String> halfway(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(HALFWAY) instanceof String account
                        && session.getAttribute(HALFWAY_AT) instanceof Long millis
                        && Instant.ofEpochMilli(millis).plus(HALFWAY_LASTS).isAfter(clock.instant())
                ? Optional.of(account).filter(known -> hasTheSamePassword(known, Instant.ofEpochMilli(millis)))
                : Optional.empty();
    }

    /** Half of the way was made with a password that may have been changed since. */
    private boolean hasTheSamePassword(String account, Instant since) {
        return accounts.signedIn(account)
                .filter(known -> !known.passwordChangedAt().isAfter(since))
                .isPresent();
    }

    /** Whether somebody came half of the way. */
    public boolean isHalfway(HttpServletRequest request) {
        return halfway(request).isPresent();
    }

    /** Whether the session began with two factors. */
    static boolean isTwofold(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && Boolean.TRUE.equals(session.getAttribute(TWOFOLD));
    }

    /** Somebody showed a second factor within his session. */
    static void nowTwofold(HttpServletRequest request) {
        request.getSession(true).setAttribute(TWOFOLD, true);
    }

    void complete(String account, Way way, boolean twofold, HttpServletRequest request) {
        var session = request.getSession(true);
        session.removeAttribute(HALFWAY);
        session.removeAttribute(HALFWAY_AT);
        session.setAttribute(ACCOUNT, account);
        session.setAttribute(WAY, way.name());
        session.setAttribute(TWOFOLD, twofold);
        session.setAttribute(SIGNED_IN_AT, clock.instant().toEpochMilli());
        session.setAttribute(BROWSER, browser(request));
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }

    static UsernamePasswordAuthenticationToken authentication(SignedInAccount somebody) {
        return UsernamePasswordAuthenticationToken.authenticated(somebody, null, somebody.getAuthorities());
    }

    private boolean isOver(Object signedInAt) {
        return !(signedInAt instanceof Long millis)
                || Instant.ofEpochMilli(millis).plus(longest).isBefore(clock.instant());
    }

    private static String browser(HttpServletRequest request) {
        var name = request.getHeader("User-Agent");
        return name == null ? "" : name.substring(0, Math.min(LONGEST_BROWSER, name.length()));
    }
}
