package io.doorstep.command.imports;

import io.doorstep.ledger.kept.FailedRows;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 结果登记。 Puts what became of rows on record: their problems, those that failed themselves, and how far the import is. */
@Component
class ImportRecord {

    private final JdbcTemplate jdbc;
    private final ImportRegister register;
    private final FailedRows failedRows;
    private final JsonMapper json = JsonMapper.builder().build();

    ImportRecord(JdbcTemplate jdbc, ImportRegister register, FailedRows failedRows) {
        this.jdbc = jdbc;
        this.register = register;
        this.failedRows = failedRows;
    }

    /**
     * Within the transaction of the rows, if they come in; refuses when another node has the import.
     *
     * @param startedNanos when the work on these rows began
     */
    ImportTally of(List<RowVerdict> verdicts, ImportClaim claim, String owner, long startedNanos) {
        var importId = claim.importId();
        verdicts.forEach(verdict -> problems(importId, verdict));
        failedRows.add(
                importId,
                verdicts.stream()
                        .filter(RowVerdict::failed)
                        .map(verdict -> verdict.reading().row())
                        .toList());
        var tally = ImportTally.of(verdicts);
        var first = verdicts.get(0).reading().line();
        var next = verdicts.get(verdicts.size() - 1).reading().line() + 1;
        register.advance(importId, owner, tally, first, next, (System.nanoTime() - startedNanos) / 1_000_000);
        return tally;
    }

    private void problems(String importId, RowVerdict verdict) {
        var rows = new ArrayList<Object[]>();
        for (var i = 0; i < verdict.problems().size(); i++) {
            var problem = verdict.problems().get(i);
            var what = problem.what();
            rows.add(new Object[] {
                importId,
                verdict.reading().line(),
                i,
                what.field(),
                what.code(),
                json.writeValueAsString(what.arguments()),
                problem.severity().name()
            });
        }
        jdbc.batchUpdate("""
                insert into ledger_import_problem (import_id, line, ordinal, field, code, arguments, severity)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }
}
