package io.doorstep.wiring;

import io.doorstep.files.Bucket;
import io.doorstep.files.BucketFiles;
import io.doorstep.files.DiskFiles;
import io.doorstep.files.FileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.springframework.core.env.Environment;

/** Finds where attachments are kept, as {@code doorstep.attachments} says; what is missing stops the start, by name. */
final class AttachmentSettings {

    private static final String PREFIX = "doorstep.attachments";
    private static final String S3 = PREFIX + ".s3.";

    private final Environment settings;

    AttachmentSettings(Environment settings) {
        this.settings = settings;
    }

    FileStore store() {
        return switch (settings.getProperty(PREFIX + ".store", "disk")) {
            case "disk" -> new DiskFiles(folder());
            case "s3" -> new BucketFiles(bucket());
            default -> throw new IllegalStateException(PREFIX + ".store must be disk or s3");
        };
    }

    private Path folder() {
        var named = settings.getProperty(PREFIX + ".folder", "");
        return named.isBlank() ? Path.of(settings.getProperty("doorstep.data", "data"), "attachments") : Path.of(named);
    }

    private Bucket bucket() {
        var keys = keys();
        var prefix = settings.getProperty(S3 + "prefix", "");
        return new Bucket(
                URI.create(needed("endpoint")),
                settings.getProperty(S3 + "region", "us-east-1"),
                needed("bucket"),
                prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/",
                settings.getProperty(S3 + "path-style", Boolean.class, true),
                keys.getProperty("access-key"),
                keys.getProperty("secret-key"),
                settings.getProperty(S3 + "patience", Duration.class, Duration.ofSeconds(20)));
    }

    /** From a file, or as settings, which environment variables can be. */
    private Properties keys() {
        var keys = new Properties();
        var file = settings.getProperty(S3 + "credentials-file", "");
        if (!file.isBlank()) {
            try (var reader = Files.newBufferedReader(Path.of(file))) {
                keys.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(S3 + "credentials-file cannot be read", unreadable);
            }
        }
        for (var name : new String[] {"access-key", "secret-key"}) {
            if (keys.getProperty(name, "").isBlank()) {
                keys.setProperty(name, needed(name));
            }
        }
        return keys;
    }

    private String needed(String name) {
        var value = settings.getProperty(S3 + name, "");
        if (value.isBlank()) {
            throw new IllegalStateException(S3 + name + " must be set when " + PREFIX + ".store is s3");
        }
        return value.strip();
    }
}
