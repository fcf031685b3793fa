package io.doorstep.verifier;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.SigningKey;
import io.doorstep.proof.check.CheckpointText;
import io.doorstep.proof.check.OwnCheckpoints;
import io.doorstep.proof.check.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
            keys.addAll(OwnCheckpoints.keys(connection, algorithm));
        }
        sections.addAll(OwnCheckpoints.sections(connection, algorithm));
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
}
