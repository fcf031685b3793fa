package io.doorstep.access;

import io.doorstep.identity.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 查阅记录。 Keeps who had personal data opened; it holds none itself, and nothing in it is ever changed. */
public final class AccessLog {

    private static final String UNMASK = "UNMASK";

    private final JdbcClient jdbc;
    private final Clock clock;

    public AccessLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds an opening; without the record nothing may be opened, so a failure here is the caller's failure.
     *
     * @param what which words: {@code PETITIONERS}, {@code TEXTS}, {@code FILES}
     * @param purpose what they are opened for, such as the page
     */
    public void add(Actor actor, String caseId, String what, String purpose) {
        jdbc.sql("insert into access_log (at, actor, roles, case_id, what, purpose, unit) values (?, ?, ?, ?, ?, ?, ?)")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(actor.id())
                .param(actor.rolesAsText())
                .param(caseId)
                .param(what)
                .param(purpose)
                .param(actor.unit())
                .update();
    }

    /** Puts on record that somebody asks to see a case's petitioners unmasked, and why. */
    public void unmask(Actor actor, String caseId, UnmaskReason reason) {
        add(actor, caseId, UNMASK, reason.name());
    }

    /** Whether that was put on record for this person and case within the time. */
    public boolean unmasked(Actor actor, String caseId, Duration within) {
        return jdbc.sql("select count(*) from access_log where case_id = ? and actor = ? and what = ? and at > ?")
                        .params(
                                caseId,
                                actor.id(),
                                UNMASK,
                                clock.instant().minus(within).atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
