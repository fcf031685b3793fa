package io.doorstep.backup;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.store.AppendOrder;
import io.doorstep.store.Migration;
import io.doorstep.vault.ErasedKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 还原。 Brings archives into an empty database of either kind, all of it or nothing, and compares the root of the ledger. */
public final class Restore {

    private static final int BATCH = 1000;

    private final DataSource database;
    private final Clock clock;
    private final Consumer<String> progress;

    /**
     * 要还原的。 What is restored.
     *
     * @param keys empty when only the facts are looked at, whose sealed words nobody can open then
     * @param identities file with what opens the archives
     * @param register of erased keys as it is today; empty in a drill
     */
    public record Archives(Path facts, Optional<Path> keys, Path identities, Optional<Path> register) {}

    /**
     * Into a database that has to be empty.
     *
     * @param progress is told which table is loaded
     */
    public Restore(DataSource database, Clock clock, Consumer<String> progress) {
        this.database = database;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * All of it, or nothing.
     *
     * @throws UnusableArchive when the database is not empty, or an archive is damaged or for somebody else; the database is empty then
     */
    public Restored from(Archives archives) throws SQLException, IOException {
        try (var facts = new ArchiveReader(archives.facts(), archives.identities(), Part.FACTS);
                var keys = keysOf(archives);
                var connection = database.getConnection()) {
            Emptiness.orRefuse(connection);
            try {
                Migration.ofFacts(database, facts.head().schema());
                sameVersion(facts.head(), connection);
                var loaded = load(facts, keys, archives, connection);
                var waiting = facts.head().order() == AppendOrder.HORIZON ? chainWaiting(loaded) : 0;
                progress.accept(Table.LEDGER);
                var compared = Compared.in(connection, loaded.manifest);
                Migration.ofFacts(database);
                return restored(facts.head(), loaded, compared, waiting);
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                connection.setAutoCommit(true);
                Emptiness.again(connection);
                throw failure;
            }
        }
    }

    private long chainWaiting(Loaded loaded) {
        return loaded.manifest.algorithm().isEmpty()
                ? 0
                : new FactLedger(
                                database,
                                new TransactionTemplate(new JdbcTransactionManager(database)),
                                AppendOrder.LOCK,
                                HashAlgorithm.valueOf(loaded.manifest.algorithm()),
                                clock)
                        .chainLeftBehind(BATCH);
    }

    private static @Nullable ArchiveReader keysOf(Archives archives) throws IOException {
        return archives.keys().isEmpty()
                ? null
                : new ArchiveReader(archives.keys().orElseThrow(), archives.identities(), Part.KEYS);
    }

    private static void sameVersion(Head head, Connection connection) throws SQLException {
        var reached = SchemaVersion.of(connection);
        if (!reached.equals(head.schema())) {
            throw new UnusableArchive(
                    "the archive is of Doorstep %s (tables of version %s), newer than this one (%s): use that one, or a later"
                            .formatted(head.doorstep(), head.schema(), reached));
        }
    }

    /** What came in. */
    private record Loaded(Manifest manifest, long rows, int erasedAgain) {}

    private Loaded load(ArchiveReader facts, @Nullable ArchiveReader keys, Archives archives, Connection connection)
            throws SQLException {
        var loading = new Loading(connection);
        loading.prepare(facts.head().tables());
        if (keys != null) {
            loading.prepare(keys.head().tables());
        }
        connection.setAutoCommit(false);
        var ofFacts = facts.read((table, rows) -> {
            progress.accept(table.table());
            return loading.rows(table, rows);
        });
        var rows = ofFacts.rows();
        if (keys != null) {
            rows += keys.read((table, lines) -> {
                        progress.accept(table.table());
                        return loading.rows(table, lines);
                    })
                    .rows();
        }
        var erased = archives.register().isPresent() && keys != null
                ? new ErasedKeys(
                                JdbcClient.create(new SingleConnectionDataSource(connection, true)),
                                archives.register().orElseThrow(),
                                clock)
                        .reconcile()
                : 0;
        RestoredOrder.write(connection);
        connection.commit();
        connection.setAutoCommit(true);
        return new Loaded(ofFacts, rows, erased);
    }

    private static Restored restored(Head head, Loaded loaded, Compared found, long waiting) {
        return new Restored(
                head.at(),
                head.doorstep(),
                head.schema(),
                loaded.rows,
                loaded.manifest.ledgerSize(),
                loaded.manifest.ledgerRoot(),
                found.size(),
                found.root(),
                waiting + found.waiting(),
                found.findings(),
                loaded.erasedAgain);
    }
}
