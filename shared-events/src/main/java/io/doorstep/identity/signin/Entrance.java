package io.doorstep.identity.signin;

import io.doorstep.identity.guard.KnownDevices;
import io.doorstep.identity.guard.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.savedrequest.RequestCache;

/** 进门。 Lets somebody in who showed enough, in a session of a new id, and says where he wanted to go. */
public final class Entrance {
    private final SessionContexts contexts;
    private final KnownDevices devices;
    private final SecurityLog log;
    private final RequestCache wanted;

    public Entrance(SessionContexts contexts, KnownDevices devices, SecurityLog log, RequestCache wanted) {
        this.contexts = contexts;
        this.devices = devices;
        this.log = log;
        this.wanted = wanted;
    }

    /**
     * Answers a path of ours.
     *
     * @param twofold whether it was two factors that he showed
     */
    String welcome(String account, Way way, boolean twofold, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        contexts.complete(account, way, twofold, request);
        SignInAnswers.welcome(account, devices, log, request, response);
        var page = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        return page == null ? "/" : page.getRedirectUrl();
    }
}
