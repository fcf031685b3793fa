package io.doorstep.identity.signin;

import io.doorstep.identity.SignedIn;
import io.doorstep.identity.guard.KnownDevices;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.guard.SlowedDown;
import io.doorstep.web.Outage;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** 登录之后。 What a browser is told when it signs in, fails to, or signs out; and what is put on record. */
public final class SignInAnswers extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler, LogoutHandler {
    static final String SECOND_STEP = "/login/second-step";

    private final SessionContexts contexts;
    private final KnownDevices devices;
    private final SecurityLog log;

    public SignInAnswers(SessionContexts contexts, KnownDevices devices, SecurityLog log, RequestCache requests) {
        this.contexts = contexts;
        this.devices = devices;
        this.log = log;
        setRequestCache(requests);
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication somebody)
            throws IOException, ServletException {
        if (contexts.isHalfway(request)) {
            response.sendRedirect(request.getContextPath() + SECOND_STEP);
            return;
        }
        welcome(somebody.getName(), devices, log, request, response);
        super.onAuthenticationSuccess(request, response, somebody);
    }

    /** Puts a sign-in on record, and lets the browser be known from now on. */
    static void welcome(
            String account,
            KnownDevices devices,
            SecurityLog log,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visitor = Visitor.of(request);
        if (!devices.knows(account, visitor.device())) {
            log.add(SecurityEvent.NEW_DEVICE, account, visitor.address(), "");
        }
        log.add(SecurityEvent.SIGNED_IN, account, visitor.address(), "");
        Visitor.keep(devices.remember(account, visitor.device()), request, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (Outage.behind(failure).isPresent()) {
            // whoever cannot be looked up has not given a wrong password
            throw failure;
        }
        if (failure instanceof SlowedDown slowed) {
            response.setHeader("Retry-After", String.valueOf(slowed.seconds()));
            response.sendRedirect(request.getContextPath() + "/login?slow=" + slowed.seconds());
        } else {
            response.sendRedirect(request.getContextPath() + "/login?wrong");
        }
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication somebody) {
        if (somebody != null && somebody.getPrincipal() instanceof SignedIn known) {
            log.add(
                    SecurityEvent.SIGNED_OUT,
                    known.actor().id(),
                    Visitor.of(request).address(),
                    "");
        }
    }
}
