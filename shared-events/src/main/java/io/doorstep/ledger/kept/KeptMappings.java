package io.doorstep.ledger.kept;

import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.Words;
import io.doorstep.vault.Private;
import io.doorstep.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 留存的对照表。 The mapping of every import, sealed because its code tables quote the ledger, and found again by the
 * headings it was made for.
 */
public final class KeptMappings {

    private final JdbcClient jdbc;
    private final Vault vault;

    public KeptMappings(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public void keep(String importId, LedgerRow headings, String mapping) {
        jdbc.sql("insert into ledger_import_mapping (import_id, headings, content) values (?, ?, ?)")
                .params(
                        importId,
                        fingerprint(headings),
                        vault.sealBytes(key(importId), mapping.getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    /** Keeps the same mapping for another import. */
    public void copy(String from, String to) {
        var headings = jdbc.sql("select headings from ledger_import_mapping where import_id = ?")
                .param(from)
                .query(String.class)
                .optional();
        headings.ifPresent(print -> find(from)
                .ifPresent(mapping -> jdbc.sql(
                                "insert into ledger_import_mapping (import_id, headings, content) values (?, ?, ?)")
                        .params(to, print, vault.sealBytes(key(to), mapping.getBytes(StandardCharsets.UTF_8)))
                        .update()));
    }

    /** The mapping as JSON; empty when none is kept. */
    public Optional<String> find(String importId) {
        return jdbc.sql("select content from ledger_import_mapping where import_id = ?")
                .param(importId)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .flatMap(secret -> vault.openBytes(key(importId), secret))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Imports of ledgers with the same headings, the newest first. */
    public List<String> likeThese(LedgerRow headings, int size) {
        return jdbc.sql("""
                        select i.import_id from ledger_import i
                        join ledger_import_mapping m on m.import_id = i.import_id
                        where m.headings = ? and i.state <> 'FAILED'
                        order by i.requested_at desc, i.import_id fetch first ? rows only
                        """)
                .params(fingerprint(headings), size)
                .query(String.class)
                .list();
    }

    public void destroy(String importId) {
        jdbc.sql("delete from ledger_import_mapping where import_id = ?")
                .param(importId)
                .update();
        vault.destroy(key(importId));
    }

    /** A keyed hash: what a ledger's columns are called can tell whose it is. */
    private String fingerprint(LedgerRow headings) {
        var words = MendColumn.others(headings).stream()
                .map(column -> Words.ofOneLine(headings.cell(column).text()))
                .filter(heading -> !heading.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining("\u0000"));
        return vault.hash("ledger-headings", new Private(words));
    }

    public static String key(String importId) {
        return "import-mapping:" + importId;
    }
}
