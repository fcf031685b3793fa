package io.doorstep.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** The database itself keeps the access log and the requests to erase from being changed, each engine in its own way. */
final class V58__AccessLogGrows extends BaseJavaMigration {

    private static final List<String> TABLES =
            List.of("access_log", "access_log_expiry", "erasure", "erasure_subject", "erasure_step");

    private static final String FUNCTION = """
            create function append_only() returns trigger language plpgsql as $$
            begin
                if tg_op = 'DELETE' and current_setting('doorstep.retention', true) = 'on' then
                    return old;
                end if;
                raise exception 'rows of % are only ever added', tg_table_name;
            end $$
            """;

    private final boolean postgres;

    V58__AccessLogGrows(Engine engine) {
        this.postgres = engine == Engine.POSTGRESQL;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("alter table access_log add column unit varchar(64)");
            statement.execute("create index access_log_at on access_log (at)");
            statement.execute("""
                    create table access_log_expiry (
                        id         bigint generated always as identity primary key,
                        expired_at timestamp(6) with time zone not null,
                        from_at    timestamp(6) with time zone not null,
                        to_at      timestamp(6) with time zone not null,
                        entries    bigint       not null,
                        policy     varchar(100) not null
                    )
                    """);
            if (postgres) {
                statement.execute(FUNCTION);
            }
            for (var table : TABLES) {
                guard(table, statement, postgres);
            }
        }
    }

    /** Lets rows be added to a table and nothing else. */
    static void guard(String table, Statement statement, boolean postgres) throws SQLException {
        if (postgres) {
            statement.execute("create trigger " + table + "_grows before update or delete on " + table
                    + " for each row execute function append_only()");
            statement.execute("create trigger " + table + "_stays before truncate on " + table
                    + " for each statement execute function append_only()");
        } else {
            statement.execute("create trigger " + table + "_grows before update, delete on " + table
                    + " for each row call 'io.doorstep.store.AppendOnly'");
        }
    }
}
