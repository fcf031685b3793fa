package io.doorstep.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 存储用量。 How large the facts are, and how much room is left on the disk of the data folder; in bytes. */
public final class StoreSize {

    private final JdbcClient jdbc;
    private final Engine engine;
    private final Path folder;

    public StoreSize(JdbcClient jdbc, Engine engine, Path folder) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path folder() {
        return folder;
    }

    public Engine engine() {
        return engine;
    }

    /** Index of the last fact, which is their number but for gaps of commands that were rolled back. */
    public long facts() {
        return jdbc.sql("select coalesce(max(global_index), 0) from aggregate_event_entry")
                .query(Long.class)
                .single();
    }

    public long bytes() {
        return engine == Engine.POSTGRESQL
                ? jdbc.sql("select pg_total_relation_size('aggregate_event_entry')")
                        .query(Long.class)
                        .single()
                : file();
    }

    public long diskFree() {
        return disk(FileStore::getUsableSpace);
    }

    public long diskTotal() {
        return disk(FileStore::getTotalSpace);
    }

    private long file() {
        try {
            var file = folder.resolve("doorstep.mv.db");
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private long disk(Space space) {
        try {
            var there = folder;
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            return space.of(Files.getFileStore(there));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A figure of a disk. */
    private interface Space {
        long of(FileStore disk) throws IOException;
    }
}
