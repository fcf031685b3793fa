package io.doorstep.identity;

import io.doorstep.identity.guard.SlowedDown;
import io.doorstep.web.Outage;
import io.doorstep.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.LocaleResolver;

/** 未登录与无权限。 The 401 and 403 of the interface as problems in the reader's language, never as a redirect. */
public final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    /** Attribute of a request: the code by which it was refused before any endpoint saw it. */
    public static final String WHY = SecurityProblems.class.getName() + ".why";

    private static final String FORGED = "CSRF_TOKEN_MISSING";

    private final Problems problems;
    private final LocaleResolver locales;

    public SecurityProblems(Problems problems, LocaleResolver locales) {
        this.problems = problems;
        this.locales = locales;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
            throws IOException {
        // whoever cannot be looked up has not given a wrong password
        var outage = Outage.behind(notSignedIn);
        if (outage.isPresent()) {
            write(HttpStatus.SERVICE_UNAVAILABLE, outage.get().name(), request, response);
            return;
        }
        if (notSignedIn instanceof SlowedDown slowed) {
            response.setHeader("Retry-After", String.valueOf(slowed.seconds()));
            write(HttpStatus.TOO_MANY_REQUESTS, "SLOWED_DOWN", request, response);
            return;
        }
        // naming Basic here would make browsers ask for a password of their own, and keep it
        response.setHeader("WWW-Authenticate", "Bearer");
        write(HttpStatus.UNAUTHORIZED, "UNAUTHORIZED", request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException
                && SecurityContextHolder.getContext().getAuthentication() == null) {
            // whoever forgot to sign in learns that first
            commence(request, response, new InsufficientAuthenticationException("nobody is signed in"));
            return;
        }
        var code = denied instanceof CsrfException ? FORGED : "FORBIDDEN";
        write(HttpStatus.FORBIDDEN, code, request, response);
    }

    /** The same on a page. */
    public void handlePage(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        request.setAttribute(WHY, denied instanceof CsrfException ? FORGED : "FORBIDDEN");
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** Refuses a token for what it was not issued for. */
    void tokenMayNot(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(HttpStatus.FORBIDDEN, "TOKEN_SCOPE", request, response);
    }

    /** Refuses whoever has something else to do first. */
    public void isDue(String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(HttpStatus.FORBIDDEN, code, request, response);
    }

    /** Refuses with a named problem. */
    public void write(HttpStatus status, String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(WHY, code);
        problems.write(status, code, locales.resolveLocale(request), request, response);
    }
}
