package io.doorstep.backup;

import io.doorstep.backup.Backup.Places;
import io.doorstep.backup.Backup.Taken;
import io.doorstep.backup.Restore.Archives;
import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.kept.Recorded;
import io.doorstep.store.AppendOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** 有内容的库。 A database with facts, and with a row of every kind of column that there is. */
final class Filled {

    static final Instant NOW = Instant.parse("2026-11-22T04:30:00.123456Z");

    final Age.Pair pair = Age.newPair();
    final Recorded recorded;
    private final AppendOrder order;

    Filled(DataSource database, AppendOrder order) {
        this.order = order;
        recorded = new Recorded(database, order, HashAlgorithm.SHA_256).facts(1200);
        recorded.ledger.chainAll(500);
        recorded.checkpoints.make();
        for (var sql : List.of(
                """
                insert into place (code, name, level, path, valid_from, lat, lon)
                values ('430525', '某县', 'COUNTY', '430525', date '2020-01-01', 27.115, 110.500001)
                """,
                """
                insert into account (id, name, password_hash, roles, enabled, created_at, password_changed_at)
                values ('li', '行"一"\\''', '𠮷', 'HANDLER', true, timestamp with time zone '2026-11-22 04:00:00.123456+00', timestamp with time zone '2026-11-22 12:00:00+08')
                """,
                "insert into sign_in_pace values ('a', 0.1, current_timestamp, current_timestamp, false)",
                "insert into access_log (at, actor, roles, case_id, what, purpose) values (current_timestamp, 'li', '', 'c', 'w', 'p')",
                "insert into access_log (at, actor, roles, case_id, what, purpose) values (current_timestamp, 'li', '', 'c', 'w', 'p')",
                "insert into week_draft values ('w', 3, decode('00ff7f80', 'hex'))",
                "insert into vault.subject_key values ('person-1', decode('0102', 'hex'), null, current_timestamp)",
                "insert into vault.subject_key values ('person-2', decode('0304', 'hex'), null, current_timestamp)",
                "insert into vault.number_hash values ('person-1', 'PHONE', 'case-1', 'hash')")) {
            recorded.jdbc
                    .sql(sql.replace("decode('", h2(database) ? "X'" : "decode('")
                            .replace("', 'hex')", h2(database) ? "'" : "', 'hex')"))
                    .update();
        }
    }

    private static boolean h2(DataSource database) {
        try (var connection = database.getConnection()) {
            return "H2".equals(connection.getMetaData().getDatabaseProductName());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Taken back(Path folder) throws SQLException, IOException {
        var places = new Places(folder, folder.resolve("keys"), List.of(pair.recipient()), List.of(pair.recipient()));
        return new Backup(recorded.database, "0.1.0", order).take(places, NOW, rows -> {});
    }

    Archives archives(Taken taken, Path folder) throws IOException {
        var identity = folder.resolve("identity.txt");
        Files.writeString(identity, "# for backups\n" + pair.identity() + "\n");
        return new Archives(taken.facts(), Optional.of(taken.keys()), identity, Optional.empty());
    }

    static Restored restore(DataSource database, Archives archives) throws SQLException, IOException {
        return new Restore(database, Clock.systemUTC(), table -> {}).from(archives);
    }

    /** Every row of every table, as archives write it, whatever database it is in. */
    static Map<String, List<Manifest.Sum>> contents(DataSource database) throws SQLException, IOException {
        var contents = new TreeMap<String, List<Manifest.Sum>>();
        try (var snapshot = Snapshot.of(database)) {
            for (var part : Part.values()) {
                var written = new ArchiveWriter(snapshot.connection(), "test", AppendOrder.LOCK, NOW, rows -> {})
                        .write(part, java.io.OutputStream.nullOutputStream());
                contents.put(
                        part.word(),
                        written.tables().stream()
                                .sorted(java.util.Comparator.comparing(Manifest.Sum::table))
                                .toList());
            }
        }
        return contents;
    }
}
