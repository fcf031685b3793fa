package io.doorstep.query.access;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.SqlTime;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 查阅记录。 Keeps who had personal data opened; it holds none itself, and nothing in it is ever changed. */
public final class AccessLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    public AccessLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds an opening; without the record nothing may be opened, so a failure here is the caller's failure.
     *
     * @param what which words: {@code PETITIONERS}, {@code TEXTS}
     * @param purpose what they are opened for, such as the page
     */
    void add(Actor actor, String caseId, String what, String purpose) {
        jdbc.sql("insert into access_log (at, actor, roles, case_id, what, purpose) values (?, ?, ?, ?, ?, ?)")
                .params(SqlTime.of(clock.instant()), actor.id(), actor.rolesAsText(), caseId, what, purpose)
                .update();
    }
}
