package io.doorstep.query.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 导入查询。 Asks the register of imports. */
@Component
class LedgerImports {

    private static final RowMapper<LedgerImport> IMPORT = (row, n) -> {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new LedgerImport(
                row.getString("import_id"),
                row.getString("source"),
                row.getString("state"),
                row.getString("failure"),
                row.getLong("rows_read"),
                row.getLong("done"),
                row.getLong("skipped"),
                row.getLong("failed"),
                row.getLong("warned"),
                LedgerImport.rate(row.getLong("rows_read"), row.getLong("busy_millis")),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    };

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

    /** Problems behind a line and ordinal, in their order. */
    List<RowFault> faults(String importId, long line, int ordinal, int size) {
        return jdbc.sql(FAULTS + """
                         and (line > ? or (line = ? and ordinal > ?))
                        order by line, ordinal fetch first ? rows only
                        """)
                .params(importId, line, line, ordinal, size)
                .query(this::fault)
                .list();
    }

    /** All problems, to be closed. */
    Stream<RowFault> allFaults(String importId) {
        return jdbc.sql(FAULTS + " order by line, ordinal").param(importId).query(this::fault).stream();
    }

    private RowFault fault(ResultSet row, int n) throws SQLException {
        return new RowFault(
                row.getLong("line"),
                row.getInt("ordinal"),
                row.getString("field"),
                row.getString("code"),
                json.readValue(row.getString("arguments"), new TypeReference<List<Object>>() {}),
                row.getString("severity"));
    }
}
