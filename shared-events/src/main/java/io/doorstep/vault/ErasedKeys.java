package io.doorstep.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 已销毁密钥登记。 Which keys were destroyed for good: in a table, and in a file beside the master key that only grows. A restored
 * database brings their keys back; the file, which no restore touches, takes them away again before the office opens.
 *
 * <p>A line is a time, a tab and the id of a key: it tells of nobody.
 */
public final class ErasedKeys {

    private final JdbcClient jdbc;
    private final Path file;
    private final Clock clock;

    public ErasedKeys(JdbcClient jdbc, Path file, Clock clock) {
        this.jdbc = jdbc;
        this.file = file;
        this.clock = clock;
    }

    /**
     * Destroys the key that the subject has now, within the caller's transaction. The file is written first: should the
     * transaction fail, the next start destroys what two people had agreed upon.
     */
    public void erase(String subject) {
        var keyId = SubjectKeys.idOf(jdbc, subject);
        var at = clock.instant();
        append(Map.of(keyId, at));
        erase(keyId, at);
    }

    /** Brings file and table to the same state, and destroys every key that either names. Answers how many had come back. */
    public synchronized int reconcile() {
        var inFile = read();
        var inTable = new LinkedHashSet<>(jdbc.sql("select key_id from vault.erased_key")
                .query(String.class)
                .list());
        var missing = new LinkedHashMap<String, Instant>();
        inTable.stream().filter(id -> !inFile.containsKey(id)).forEach(id -> missing.put(id, clock.instant()));
        append(missing);
        var back = 0;
        for (var known : inFile.entrySet()) {
            back += inTable.contains(known.getKey()) ? 0 : erase(known.getKey(), known.getValue());
        }
        // a restore of single tables brings back keys that the table of the erased knows of
        back += jdbc.sql("delete from vault.subject_key where key_id in (select key_id from vault.erased_key)")
                .update();
        return back;
    }

    private int erase(String keyId, Instant at) {
        var subject = keyId.replaceFirst("~\\d+$", "");
        var destroyed = jdbc.sql("delete from vault.subject_key where key_id = ?")
                .param(keyId)
                .update();
        jdbc.sql("delete from vault.number_hash where subject = ?")
                .param(subject)
                .update();
        jdbc.sql("insert into vault.erased_key (key_id, subject, erased_at) values (?, ?, ?)")
                .params(keyId, subject, at.atOffset(ZoneOffset.UTC))
                .update();
        return destroyed;
    }

    private Map<String, Instant> read() {
        var known = new LinkedHashMap<String, Instant>();
        try {
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    var parts = line.split("\t", -1);
                    if (parts.length == 2 && !parts[1].isBlank()) {
                        known.putIfAbsent(parts[1].strip(), Instant.parse(parts[0]));
                    }
                }
            }
            return known;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the register of erased keys cannot be read: " + file, unreadable);
        }
    }

    private synchronized void append(Map<String, Instant> keys) {
        if (keys.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        keys.forEach((keyId, at) -> lines.append(at).append('\t').append(keyId).append('\n'));
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the register of erased keys cannot be written: " + file, unwritable);
        }
    }
}
