package io.doorstep.visits;

import io.doorstep.web.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 走访包登记。 Who took which cases along, on which telephone. */
public final class Packs {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration keep;

    /** @param keep how long a telephone keeps what was taken along */
    public Packs(JdbcClient jdbc, Clock clock, Duration keep) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keep = keep;
    }

    /** Keeps a pack; the same one again is the first one, other cases under its id are refused. Within a transaction. */
    public Pack keep(UUID id, String device, String account, List<String> cases) {
        var known = find(id);
        if (known.isPresent()) {
            return same(known.get(), device, cases);
        }
        var now = clock.instant();
        try {
            jdbc.sql("insert into visit_pack (id, device, account, taken_at, wipe_at) values (?, ?, ?, ?, ?)")
                    .params(id.toString(), device, account, utc(now), utc(now.plus(keep)))
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw new Named(HttpStatus.SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE");
        }
        cases.forEach(one -> jdbc.sql("insert into visit_pack_case (pack, case_id, account) values (?, ?, ?)")
                .params(id.toString(), one, account)
                .update());
        return find(id).orElseThrow();
    }

    /** The pack; empty when there is none of that id. */
    public Optional<Pack> find(UUID id) {
        var cases = jdbc.sql("select case_id from visit_pack_case where pack = ? order by case_id")
                .param(id.toString())
                .query(String.class)
                .list();
        return jdbc.sql("select * from visit_pack where id = ?")
                .param(id.toString())
                .query((row, n) -> new Pack(
                        row.getString("id"),
                        row.getString("device"),
                        row.getString("account"),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getObject("wipe_at", OffsetDateTime.class).toInstant(),
                        cases))
                .optional();
    }

    /** Whether somebody ever took a case along: what he brings back of it is taken in, whoever has it by then. */
    public boolean took(String account, String caseId) {
        return jdbc.sql("select count(*) from visit_pack_case where account = ? and case_id = ?")
                        .params(account, caseId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Pack same(Pack known, String device, List<String> cases) {
        if (!known.device().equals(device)) {
            throw Named.notFound();
        }
        if (!Set.copyOf(known.cases()).equals(Set.copyOf(cases))) {
            throw new Named(HttpStatus.CONFLICT, "SAME_ID_OTHER_CONTENT");
        }
        return known;
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
