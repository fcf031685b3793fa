package io.doorstep.identity.signin;

import io.doorstep.digest.Sha256;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** 会话簿。 The sessions of accounts, in the database and so on every node. */
public final class Sessions {
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;

    public Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient jdbc) {
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    /** Those of an account, the latest seen first. */
    public List<OpenSession> of(String account, @Nullable String own) {
        return sessions.findByPrincipalName(account).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> open(session, own))
                .sorted(Comparator.comparing(OpenSession::lastSeen).reversed())
                .toList();
    }

    /** Ends one; answers whether there was such a session of the account. */
    public boolean end(String account, String ref) {
        return endIf(account, id -> ref(id).equals(ref)) > 0;
    }

    /** Ends all but the one that may stay; answers how many. */
    public int endOthers(String account, @Nullable String stays) {
        return endIf(account, id -> !Objects.equals(id, stays));
    }

    /** Ends those of everybody but the one that may stay; answers how many. */
    public int endAll(@Nullable String stays) {
        return jdbc.sql("delete from spring_session where session_id <> ?")
                .param(stays == null ? "" : stays)
                .update();
    }

    private int endIf(String account, Predicate<String> which) {
        var ids = sessions.findByPrincipalName(account).keySet().stream()
                .filter(which)
                .toList();
        ids.forEach(sessions::deleteById);
        return ids.size();
    }

    private static OpenSession open(Session session, @Nullable String own) {
        String browser = session.getAttribute(SessionContexts.BROWSER);
        Long since = session.getAttribute(SessionContexts.SIGNED_IN_AT);
        return new OpenSession(
                ref(session.getId()),
                browser == null ? "" : browser,
                since == null ? session.getCreationTime() : Instant.ofEpochMilli(since),
                session.getLastAccessedTime(),
                session.getId().equals(own));
    }

    private static String ref(String id) {
        return Sha256.hex(id).substring(0, 24);
    }
}
