package io.doorstep.identity.signin;

import io.doorstep.identity.Accounts;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.oidc.ProviderAnswers;
import io.doorstep.identity.oidc.Who;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** 统一认证登录。 Lets in whom the provider knows and an account is linked to; an account is never made by it. */
public final class ProviderSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    private final ProviderAnswers answers;
    private final Accounts accounts;
    private final SessionContexts contexts;
    private final Entrance entrance;
    private final SecurityLog log;
    private final Clock clock;
    private final ZoneId officeZone;

    public ProviderSignIn(
            ProviderAnswers answers,
            Accounts accounts,
            SessionContexts contexts,
            Entrance entrance,
            SecurityLog log,
            Clock clock,
            ZoneId officeZone) {
        this.answers = answers;
        this.accounts = accounts;
        this.contexts = contexts;
        this.entrance = entrance;
        this.log = log;
        this.clock = clock;
        this.officeZone = officeZone;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication answer)
            throws IOException {
        var who = answers.who(answer).orElse(null);
        var today = LocalDate.ofInstant(clock.instant(), officeZone);
        if (who == null
                || accounts.find(who.account())
                        .filter(known -> known.admits(today))
                        .isEmpty()) {
            refuse(who == null ? "" : who.account(), "nobody", request, response);
            return;
        }
        log.add(SecurityEvent.PROVIDER_USED, who.account(), request.getRemoteAddr(), "");
        response.sendRedirect(request.getContextPath() + next(who, request, response));
    }

    private String next(Who who, HttpServletRequest request, HttpServletResponse response) {
        if (!who.twofold() && contexts.needsMore(who.account())) {
            contexts.halfway(who.account(), Way.PROVIDER, request);
            return SignInAnswers.SECOND_STEP;
        }
        return entrance.welcome(who.account(), Way.PROVIDER, who.twofold(), request, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("the house's provider: {}", reason(failure));
        refuse("", "failed", request, response);
    }

    /** For the operator; codes of the protocol only, since anybody can send words back to us. */
    private static String reason(AuthenticationException failure) {
        var code = failure instanceof OAuth2AuthenticationException said
                ? said.getError().getErrorCode()
                : "does not answer";
        return code.matches("[a-z_ ]{1,60}") ? code : "refuses";
    }

    private void refuse(String account, String why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        log.add(SecurityEvent.PROVIDER_REFUSED, account, request.getRemoteAddr(), why);
        response.sendRedirect(request.getContextPath() + "/login?provider=" + why);
    }
}
