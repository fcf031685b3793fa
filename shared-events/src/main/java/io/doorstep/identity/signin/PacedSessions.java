package io.doorstep.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * 会话续期。 Sessions that write down when they were last used only so often: otherwise every request, also one that only reads, would cost a
 * commit. A session may end earlier by that much.
 *
 * @param <S> the kind of session that is kept
 */
public final class PacedSessions<S extends Session>
        implements FindByIndexNameSessionRepository<PacedSessions.Paced<S>> {

    private final FindByIndexNameSessionRepository<S> kept;
    private final Duration every;

    /** @param every time within which a session that is used again is not written again */
    public PacedSessions(FindByIndexNameSessionRepository<S> kept, Duration every) {
        this.kept = kept;
        this.every = every;
    }

    @Override
    public Paced<S> createSession() {
        return new Paced<>(kept.createSession(), every, true);
    }

    @Override
    public void save(Paced<S> session) {
        if (session.changed) {
            kept.save(session.kept);
            session.changed = false;
        }
    }

    @Override
    public @Nullable Paced<S> findById(String id) {
        var found = kept.findById(id);
        return found == null ? null : new Paced<>(found, every, false);
    }

    @Override
    public void deleteById(String id) {
        kept.deleteById(id);
    }

    @Override
    public Map<String, Paced<S>> findByIndexNameAndIndexValue(String indexName, String indexValue) {
        Map<String, Paced<S>> found = new LinkedHashMap<>();
        kept.findByIndexNameAndIndexValue(indexName, indexValue)
                .forEach((id, session) -> found.put(id, new Paced<>(session, every, false)));
        return found;
    }

    /**
     * 一个会话。 Knows whether there is anything to write.
     *
     * @param <S> the kind of session that is kept
     */
    public static final class Paced<S extends Session> implements Session {

        private final S kept;
        private final Duration every;
        private boolean changed;

        private Paced(S kept, Duration every, boolean changed) {
            this.kept = kept;
            this.every = every;
            this.changed = changed;
        }

        @Override
        public void setLastAccessedTime(Instant at) {
            if (!at.isBefore(kept.getLastAccessedTime().plus(every))) {
                kept.setLastAccessedTime(at);
                changed = true;
            }
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return kept.changeSessionId();
        }

        @Override
        public void setAttribute(String name, Object value) {
            kept.setAttribute(name, value);
            changed = true;
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
            changed = true;
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
            changed = true;
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as the library has it
        public <T> @Nullable T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
