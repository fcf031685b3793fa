package io.doorstep.erasure;

import io.doorstep.identity.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 删除请求登记簿。 Keeps the requests and what became of them; adds, and changes nothing. */
public final class Erasures {

    private static final String SELECT =
            "select erasure_id, case_id, petitioner, ground, requested_by, requested_at from erasure e ";

    private final JdbcClient jdbc;
    private final Clock clock;

    public Erasures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Puts a request on record, within the caller's transaction. */
    public String request(
            Actor actor, String caseId, int petitioner, ErasureGround ground, List<Erasure.Subject> subjects) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into erasure (erasure_id, case_id, petitioner, ground, requested_by, roles, requested_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        caseId,
                        petitioner,
                        ground.name(),
                        actor.id(),
                        actor.rolesAsText(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        subjects.forEach(
                one -> jdbc.sql("insert into erasure_subject (erasure_id, case_id, person_id) values (?, ?, ?)")
                        .params(id, one.caseId(), one.personId())
                        .update());
        return id;
    }

    /** The request, which nobody else decides about until the caller's transaction ends. */
    public Optional<Erasure> findAndHold(String erasureId) {
        return jdbc.sql(SELECT + "where erasure_id = ? for update")
                .param(erasureId)
                .query(this::erasure)
                .optional();
    }

    /** The requests that wait for somebody, the oldest first. */
    public List<Erasure> open() {
        return jdbc.sql(SELECT + """
                        where not exists
                            (select 1 from erasure_step s where s.erasure_id = e.erasure_id and s.step <> 'APPROVED')
                        order by requested_at, erasure_id
                        """).query(this::erasure).list();
    }

    /** What was decided, the latest first. */
    public List<Erasure> decided(int most) {
        return jdbc.sql(SELECT + """
                        where exists
                            (select 1 from erasure_step s where s.erasure_id = e.erasure_id and s.step <> 'APPROVED')
                        order by requested_at desc, erasure_id fetch first ? rows only
                        """).param(most).query(this::erasure).list();
    }

    /** Requests that concern a case, whichever case they were made at. */
    public List<Erasure> of(String caseId) {
        return jdbc.sql(SELECT + """
                        where exists
                            (select 1 from erasure_subject s where s.erasure_id = e.erasure_id and s.case_id = ?)
                        order by requested_at, erasure_id
                        """).param(caseId).query(this::erasure).list();
    }

    public void approve(Actor actor, String erasureId) {
        add(actor, erasureId, Erasure.APPROVED, null);
    }

    public void refuse(Actor actor, String erasureId, ErasureRefusal why) {
        add(actor, erasureId, Erasure.REFUSED, why.name());
    }

    /** Puts on record that the keys are gone. */
    public void done(Actor actor, String erasureId, String remark) {
        add(actor, erasureId, Erasure.DONE, remark);
    }

    private void add(Actor actor, String erasureId, String step, @Nullable String remark) {
        jdbc.sql("insert into erasure_step (erasure_id, step, actor, roles, at, remark) values (?, ?, ?, ?, ?, ?)")
                .param(erasureId)
                .param(step)
                .param(actor.id())
                .param(actor.rolesAsText())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(remark)
                .update();
    }

    private Erasure erasure(ResultSet row, int n) throws SQLException {
        var id = row.getString("erasure_id");
        return new Erasure(
                id,
                row.getString("case_id"),
                row.getInt("petitioner"),
                ErasureGround.valueOf(row.getString("ground")),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                subjects(id),
                steps(id));
    }

    private List<Erasure.Subject> subjects(String erasureId) {
        return jdbc.sql(
                        "select case_id, person_id from erasure_subject where erasure_id = ? order by case_id, person_id")
                .param(erasureId)
                .query((row, n) -> new Erasure.Subject(row.getString(1), row.getString(2)))
                .list();
    }

    private List<Erasure.Step> steps(String erasureId) {
        return jdbc.sql(
                        "select step, actor, roles, at, remark from erasure_step where erasure_id = ? order by at, step")
                .param(erasureId)
                .query((row, n) -> new Erasure.Step(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5)))
                .list();
    }
}
