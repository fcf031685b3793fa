package io.doorstep.identity.rights;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** 权限变更簿。 Every change of an account; rows are only ever added. */
public final class AccountJournal {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    public AccountJournal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One row; before and after are null where no right was changed. */
    public record Entry(
            Instant at,
            String actor,
            RightsChange change,
            @Nullable Rights before,
            @Nullable Rights after,
            String reason) {}

    void add(
            String account,
            String actor,
            RightsChange change,
            @Nullable Rights before,
            @Nullable Rights after,
            String reason) {
        jdbc.sql("insert into account_journal (account, at, actor, change, before, after, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(account)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(actor)
                .param(change.name())
                .param(written(before))
                .param(written(after))
                .param(reason)
                .update();
    }

    /** All of an account, newest first. */
    public List<Entry> of(String account) {
        return jdbc.sql("select at, actor, change, before, after, reason from account_journal where account = ?"
                        + " order by id desc")
                .param(account)
                .query((row, n) -> new Entry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        RightsChange.valueOf(row.getString("change")),
                        read(row.getString("before")),
                        read(row.getString("after")),
                        row.getString("reason")))
                .list();
    }

    private static @Nullable String written(@Nullable Rights rights) {
        return rights == null ? null : JSON.writeValueAsString(rights);
    }

    private static @Nullable Rights read(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, Rights.class);
    }
}
