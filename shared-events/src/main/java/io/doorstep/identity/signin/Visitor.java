package io.doorstep.identity.signin;

import io.doorstep.identity.guard.KnownDevices;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * 来访者。 Where a request comes from, and with which browser.
 *
 * @param device secret of its device cookie; null when it brings none
 * @param program whether it brings its password with each request
 */
public record Visitor(String address, @Nullable String device, boolean program) implements Serializable {
    /** Name of the cookie by which a browser is known that signed in before. */
    public static final String COOKIE = "doorstep-device";

    private static final int LONGEST = 64;

    public static Visitor of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        var secret = cookie == null ? null : cookie(cookie);
        return new Visitor(request.getRemoteAddr(), secret, false);
    }

    /** A program, which has no cookies and cannot be asked for a second step. */
    public static Visitor ofProgram(HttpServletRequest request) {
        return new Visitor(request.getRemoteAddr(), null, true);
    }

    private static @Nullable String cookie(Cookie cookie) {
        var value = cookie.getValue();
        return value == null || value.isEmpty() || value.length() > LONGEST ? null : value;
    }

    /** Gives the browser the secret that it is known by. */
    public static void keep(String secret, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, secret)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(KnownDevices.LASTING)
                        .build()
                        .toString());
    }

    @Override
    public String toString() {
        return "visitor";
    }
}
