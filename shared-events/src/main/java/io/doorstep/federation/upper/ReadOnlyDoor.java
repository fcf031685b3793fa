package io.doorstep.federation.upper;

import io.doorstep.store.ReadOnlyStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * 只读之门。 Refuses, where all cases are copies, whatever would change one, in clear words and before anything is read: what is not named here is
 * refused. Accounts, reference data, views, published figures and care for the machine are the office's own.
 */
public final class ReadOnlyDoor implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Pattern OWN = Pattern.compile("/error|/setup|/api/setup|/login(/.*)?|/logout"
            + "|/api/(sign-in|accounts|sessions|me|tokens|views|snapshots|proof|dead-letters|completeness|editions|backups|vault"
            + "|reminders|outbox)(/.*)?"
            + "|/api/(password-code|places|units|categories|officers)");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (!READING.contains(request.getMethod()) && !OWN.matcher(path).matches()) {
            throw ReadOnlyStore.refusal();
        }
        return true;
    }
}
