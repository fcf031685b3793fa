package io.doorstep.backup;

import io.doorstep.store.AppendOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** 做备份。 Two archives of one moment: the facts and all else, and the keys; taken while the office works. */
public final class Backup {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final DataSource database;
    private final String doorstep;
    private final AppendOrder order;

    /**
     * Of one database.
     *
     * @param doorstep version of the product
     * @param order in which the office appends facts
     */
    public Backup(DataSource database, String doorstep, AppendOrder order) {
        this.database = database;
        this.doorstep = doorstep;
        this.order = order;
    }

    /**
     * 去处。 Where the archives go, and who can open them.
     *
     * @param facts folder of the facts
     * @param keys folder of the keys, best elsewhere
     * @param recipients of the facts
     * @param keyRecipients of the keys
     */
    public record Places(Path facts, Path keys, List<String> recipients, List<String> keyRecipients) {

        /**
         * Checked when it is made, so that a mistake shows at the start and not at night.
         *
         * @throws UnusableArchive when there is no recipient, or one that is none
         */
        public Places {
            Age.writers(recipients);
            Age.writers(keyRecipients);
        }
    }

    /**
     * 备份结果。 What was written.
     *
     * @param name that both files have in common
     * @param ledgerRoot of the facts in it, in hex
     */
    public record Taken(
            String name,
            Path facts,
            Path keys,
            long factsBytes,
            long keysBytes,
            long rows,
            long ledgerSize,
            String ledgerRoot) {}

    /** Both archives, or neither. */
    public Taken take(Places places, Instant now, LongConsumer progress) throws SQLException, IOException {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        var name = MOMENT.format(at);
        var facts = places.facts().resolve(fileOf(Part.FACTS, name));
        var keys = places.keys().resolve(fileOf(Part.KEYS, name));
        Files.createDirectories(places.facts());
        Files.createDirectories(places.keys());
        try (var snapshot = Snapshot.of(database);
                var factsFile = new ArchiveFile(facts, places.recipients());
                var keysFile = new ArchiveFile(keys, places.keyRecipients())) {
            var writer = new ArchiveWriter(snapshot.connection(), doorstep, order, at, progress);
            var ofFacts = writer.write(Part.FACTS, factsFile.out());
            var ofKeys = writer.write(Part.KEYS, keysFile.out());
            var keysBytes = keysFile.keep();
            try {
                return new Taken(
                        name,
                        facts,
                        keys,
                        factsFile.keep(),
                        keysBytes,
                        ofFacts.rows() + ofKeys.rows(),
                        ofFacts.ledgerSize(),
                        ofFacts.ledgerRoot());
            } catch (IOException failure) {
                Files.deleteIfExists(keys);
                throw failure;
            }
        }
    }

    static String fileOf(Part part, String name) {
        return "doorstep-%s-%s.age".formatted(part.word(), name);
    }
}
