package io.doorstep.verifier;

import io.doorstep.proof.Checkpoint;
import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.SigningKey;
import io.doorstep.proof.check.CheckpointText;
import io.doorstep.proof.check.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * 已知的。 What a history is compared with.
 *
 * @param keys whose signature counts: those of the second place; those of the database itself when there is no second place
 * @param sections the checkpoints of the second place, and those of the database
 * @param own whether only the database itself was asked
 */
record Known(List<SigningKey> keys, List<Section> sections, boolean own) {

    static Known of(Options options, Connection connection, HashAlgorithm algorithm) throws SQLException, IOException {
        var keys = new ArrayList<SigningKey>();
        var sections = new ArrayList<Section>();
        for (var folder : options.all("checkpoints")) {
            for (var read : copies(folder)) {
                sections.add(read.section());
                keys.add(read.key());
            }
        }
        var own = sections.isEmpty();
        if (own) {
            keys.addAll(keysOf(connection, algorithm));
        }
        sections.addAll(sectionsOf(connection, algorithm));
        var pinned = options.all("key");
        return new Known(
                keys.stream()
                        .filter(key -> pinned.isEmpty() || pinned.contains(key.id()))
                        .toList(),
                sections,
                own);
    }

    /** The keys of the second place alone. */
    static List<SigningKey> keys(Options options) throws IOException {
        var keys = new ArrayList<SigningKey>();
        for (var folder : options.all("checkpoints")) {
            for (var read : copies(folder)) {
                keys.add(read.key());
            }
        }
        var pinned = options.all("key");
        return keys.stream()
                .filter(key -> pinned.isEmpty() || pinned.contains(key.id()))
                .toList();
    }

    private static List<CheckpointText.Read> copies(String folder) throws IOException {
        var copies = new ArrayList<CheckpointText.Read>();
        if (Files.isRegularFile(Path.of(folder))) {
            return read(Path.of(folder));
        }
        try (var files = Files.list(Path.of(folder))) {
            for (var file : files.filter(one -> one.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                copies.addAll(read(file));
            }
        }
        return copies;
    }

    /** As it was copied, or as a mail brought it, or off paper. */
    private static List<CheckpointText.Read> read(Path file) throws IOException {
        try {
            return CheckpointText.findIn(Files.readString(file));
        } catch (IllegalArgumentException malformed) {
            throw new IOException(file.getFileName() + ": " + malformed.getMessage(), malformed);
        }
    }

    private static List<SigningKey> keysOf(Connection connection, HashAlgorithm algorithm) throws SQLException {
        var keys = new ArrayList<SigningKey>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select public_key from ledger_key")) {
            while (rows.next()) {
                keys.add(new SigningKey(algorithm, rows.getBytes(1)));
            }
        }
        return keys;
    }

    private static List<Section> sectionsOf(Connection connection, HashAlgorithm algorithm) throws SQLException {
        var sections = new ArrayList<Section>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select size, root, chain, at, key_id, signature from ledger_checkpoint order by size")) {
            while (rows.next()) {
                var checkpoint = new Checkpoint(
                        algorithm,
                        rows.getLong(1),
                        rows.getBytes(2),
                        rows.getBytes(3),
                        rows.getObject(4, OffsetDateTime.class).toInstant(),
                        rows.getString(5));
                sections.add(new Section(new Checkpoint.Signed(checkpoint, rows.getBytes(6)), 0, List.of()));
            }
        }
        return sections;
    }
}
