package io.doorstep.ledger.kept;

import io.doorstep.ledger.LedgerRow;
import io.doorstep.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 未导入的行。 The rows of a ledger that did not come in, as they stand in it, so that they can be had as a file to mend.
 * They lie sealed under a key of the import; when that is destroyed nobody can read them any more.
 */
public final class FailedRows {

    /** Below the limit that H2 sets to a binary value, with room for nonce and tag. */
    private static final int PIECE = 512 * 1024;
    /** No row of a file has it, and it comes before them all. */
    private static final long OF_HEADINGS = 0;

    private final JdbcClient jdbc;
    private final Vault vault;

    public FailedRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * 未导入的行与表头。 What a file to mend is made of.
     *
     * @param rows in the order of the ledger; read from the database as they are asked for
     */
    public record Kept(LedgerRow headings, Stream<LedgerRow> rows) {}

    /** Keeps the row of headings; once is enough. */
    public void begin(String importId, LedgerRow headings) {
        var there = jdbc.sql("select count(*) from ledger_import_failed_row where import_id = ? and line = ?")
                .params(importId, OF_HEADINGS)
                .query(Long.class)
                .single();
        if (there == 0) {
            write(importId, OF_HEADINGS, List.of(headings));
        }
    }

    /** Keeps rows that failed together, in their order. */
    public void add(String importId, List<LedgerRow> rows) {
        if (!rows.isEmpty()) {
            write(importId, rows.get(0).line(), rows);
        }
    }

    private void write(String importId, long line, List<LedgerRow> rows) {
        var content = CellJson.write(rows);
        for (var start = 0; start < content.length; start += PIECE) {
            var piece = Arrays.copyOfRange(content, start, Math.min(content.length, start + PIECE));
            jdbc.sql("insert into ledger_import_failed_row (import_id, line, piece, content) values (?, ?, ?, ?)")
                    .params(importId, line, start / PIECE, vault.sealBytes(key(importId), piece))
                    .update();
        }
    }

    /** Empty when nothing is kept of that import, or no longer. */
    public Optional<Kept> find(String importId) {
        var lines = jdbc.sql(
                        "select line from ledger_import_failed_row where import_id = ? and piece = 0 order by line")
                .param(importId)
                .query(Long.class)
                .list();
        return lines.size() < 2 || lines.get(0) != OF_HEADINGS
                ? Optional.empty()
                : Optional.of(new Kept(
                        read(importId, OF_HEADINGS).get(0),
                        lines.stream().skip(1).flatMap(line -> read(importId, line).stream())));
    }

    private List<LedgerRow> read(String importId, long line) {
        var whole = new ByteArrayOutputStream();
        jdbc.sql("select content from ledger_import_failed_row where import_id = ? and line = ? order by piece")
                .params(importId, line)
                .query((row, n) -> row.getBytes(1))
                .list()
                .forEach(secret -> vault.openBytes(key(importId), secret).ifPresent(whole::writeBytes));
        return whole.size() == 0 ? List.of() : CellJson.read(whole.toByteArray());
    }

    public void destroy(String importId) {
        jdbc.sql("delete from ledger_import_failed_row where import_id = ?")
                .param(importId)
                .update();
        vault.destroy(key(importId));
    }

    public static String key(String importId) {
        return "import-rows:" + importId;
    }
}
