package io.doorstep.identity.signin;

import io.doorstep.identity.WhoMayWhere;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * 想去的页面。 Where somebody wanted to go who had to sign in first. His browser keeps it: whoever is not signed in shall not fill a
 * table with sessions. Only a path, so that nobody can be sent elsewhere by it.
 */
public final class WantedPage implements RequestCache {
    private static final String COOKIE = "doorstep-wanted";
    private static final int LONGEST = 2_000;

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        var wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (request.getMethod().equals("GET") && !WhoMayWhere.isInterface(request) && isOurs(wanted)) {
            var hidden =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(wanted.getBytes(StandardCharsets.UTF_8));
            set(hidden, Duration.ofMinutes(10), request, response);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        try {
            var wanted = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            return isOurs(wanted) ? new SimpleSavedRequest(wanted) : null;
        } catch (IllegalArgumentException notOfUs) {
            return null;
        }
    }

    /** Requests stay as they are: one that was kept has neither the cookies nor the language of the one that comes. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private static boolean isOurs(String wanted) {
        return wanted.matches("/(?![/\\\\])[\\x21-\\x7e]*") && wanted.length() < LONGEST;
    }

    private static void set(String value, Duration lasting, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(lasting)
                        .build()
                        .toString());
    }
}
