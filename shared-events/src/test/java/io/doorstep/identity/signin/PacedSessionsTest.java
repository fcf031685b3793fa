package io.doorstep.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** 会话续期。 On the library's own tables. */
class PacedSessionsTest {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final HikariDataSource database = new HikariDataSource();
    private JdbcClient jdbc;
    private PacedSessions<? extends Session> sessions;

    @BeforeEach
    void tables() {
        database.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/session/jdbc/schema-h2.sql"))
                .execute(database);
        jdbc = JdbcClient.create(database);
        sessions = paced(new JdbcIndexedSessionRepository(
                new JdbcTemplate(database), new TransactionTemplate(new JdbcTransactionManager(database))));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static <S extends Session> PacedSessions<S> paced(FindByIndexNameSessionRepository<S> kept) {
        return new PacedSessions<>(kept, EVERY);
    }

    @Test
    void a_session_that_is_used_again_soon_is_not_written_again() {
        var id = created(sessions);
        var first = lastAccess();
        used(sessions, id, EVERY.minusSeconds(1), false);
        assertThat(lastAccess()).isEqualTo(first);
        used(sessions, id, EVERY, false);
        assertThat(lastAccess()).isEqualTo(first + EVERY.toMillis());
    }

    @Test
    void what_is_put_into_it_is_kept_at_once() {
        var id = created(sessions);
        var first = lastAccess();
        used(sessions, id, Duration.ofSeconds(1), true);
        assertThat(lastAccess()).isEqualTo(first);
        assertThat(sessions.findByPrincipalName("officer")).containsOnlyKeys(id);
        assertThat(found(sessions, id).<String>getAttribute("way")).isEqualTo("PASSWORD");
        sessions.deleteById(id);
        assertThat(sessions.findById(id)).isNull();
    }

    private static <S extends Session> String created(PacedSessions<S> sessions) {
        var session = sessions.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, "officer");
        sessions.save(session);
        return session.getId();
    }

    private static <S extends Session> void used(
            PacedSessions<S> sessions, String id, Duration later, boolean withSomethingNew) {
        var session = found(sessions, id);
        session.setLastAccessedTime(session.getLastAccessedTime().plus(later));
        if (withSomethingNew) {
            session.setAttribute("way", "PASSWORD");
        }
        sessions.save(session);
    }

    private static <S extends Session> PacedSessions.Paced<S> found(PacedSessions<S> sessions, String id) {
        return Objects.requireNonNull(sessions.findById(id));
    }

    private long lastAccess() {
        return jdbc.sql("select last_access_time from spring_session")
                .query(Long.class)
                .single();
    }
}
