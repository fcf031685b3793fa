package io.doorstep.identity.signin;

import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 我的会话。 Whoever is signed in ends his sessions: one by its ref, or all others. */
@RestController
public final class MySessionsEndpoint {
    private final Sessions sessions;
    private final SecurityLog log;

    public MySessionsEndpoint(Sessions sessions, SecurityLog log) {
        this.sessions = sessions;
        this.log = log;
    }

    record EndingForm(@MaxLength(64) @Nullable String ref) implements Form {}

    /** How many ended. */
    public record Ended(int sessions) {}

    @PostMapping("/api/me/sessions/ending")
    Ended end(@RequestBody EndingForm form, HttpServletRequest request) {
        var account = Person.now().account().id();
        var ref = form.ref();
        if (ref != null && !sessions.end(account, ref)) {
            throw Named.notFound();
        }
        var ended = ref == null ? sessions.endOthers(account, own(request)) : 1;
        log.add(SecurityEvent.SESSION_ENDED, account, request.getRemoteAddr(), String.valueOf(ended));
        return new Ended(ended);
    }

    /** Id of the session that asks; null for a program. */
    static @Nullable String own(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : session.getId();
    }
}
