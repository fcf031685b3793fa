package io.doorstep.query.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 导入查询。 Asks the register of imports. */
@Component
class LedgerImports {

    private static final RowMapper<LedgerImport> IMPORT = (row, n) -> new LedgerImport(
            row.getString("import_id"),
            row.getString("source"),
            row.getBoolean("dry_run"),
            row.getString("state"),
            row.getString("failure"),
            row.getObject("rows_total", Long.class),
            row.getLong("rows_read"),
            row.getLong("done"),
            row.getLong("skipped"),
            row.getLong("failed"),
            row.getLong("warned"),
            LedgerImport.rate(row.getLong("rows_read"), row.getLong("busy_millis")),
            row.getString("requested_by"),
            row.getObject("requested_at", OffsetDateTime.class).toInstant(),
            instant(row, "finished_at"),
            row.getString("started_as"),
            instant(row, "kept_until"));

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static final String FAULTS =
            "select line, ordinal, field, code, arguments, severity from ledger_import_problem where import_id = ?";

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    LedgerImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<LedgerImport> latest(int size) {
        return jdbc.sql("select * from ledger_import order by requested_at desc, import_id fetch first ? rows only")
                .param(size)
                .query(IMPORT)
                .list();
    }

    Optional<LedgerImport> find(String importId) {
        return jdbc.sql("select * from ledger_import where import_id = ?")
                .param(importId)
                .query(IMPORT)
                .optional();
    }

    long faultsOf(String importId) {
        return jdbc.sql("select count(*) from ledger_import_problem where import_id = ?")
                .param(importId)
                .query(Long.class)
                .single();
    }

    /** What was wrong how often, the most frequent first. */
    List<FaultKind> kinds(String importId) {
        return jdbc.sql("""
                        select field, code, severity, min(arguments) as arguments, count(*) as times, min(line) as line
                        from ledger_import_problem where import_id = ?
                        group by field, code, severity order by severity, times desc, field, code
                        """)
                .param(importId)
                .query((row, n) -> new FaultKind(fault(row, 0), row.getLong("times")))
                .list();
    }

    /** Problems behind a line and ordinal, in their order. */
    List<RowFault> faults(String importId, long line, int ordinal, int size) {
        return jdbc.sql(FAULTS + """
                         and (line > ? or (line = ? and ordinal > ?))
                        order by line, ordinal fetch first ? rows only
                        """)
                .params(importId, line, line, ordinal, size)
                .query((row, n) -> fault(row, row.getInt("ordinal")))
                .list();
    }

    /** All problems, to be closed. */
    Stream<RowFault> allFaults(String importId) {
        return jdbc
                .sql(FAULTS + " order by line, ordinal")
                .param(importId)
                .query((row, n) -> fault(row, row.getInt("ordinal")))
                .stream();
    }

    private RowFault fault(ResultSet row, int ordinal) throws SQLException {
        return new RowFault(
                row.getLong("line"),
                ordinal,
                row.getString("field"),
                row.getString("code"),
                json.readValue(row.getString("arguments"), new TypeReference<List<Object>>() {}),
                row.getString("severity"));
    }
}
