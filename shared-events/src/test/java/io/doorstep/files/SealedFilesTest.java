package io.doorstep.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.digest.Sha256;
import io.doorstep.store.Migration;
import io.doorstep.testing.Databases;
import io.doorstep.vault.MasterKey;
import io.doorstep.vault.SealedFiles;
import io.doorstep.vault.Vault;
import io.doorstep.web.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 附件存放。 Files are kept sealed, whole or not at all, on disk and in a bucket alike. */
class SealedFilesTest {

    private static final byte[] WORDS = "现场丈量记录".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private enum Kind {
        DISK,
        BUCKET
    }

    /** One kind of store, working. */
    private record Place(FileStore store, Vault vault, SealedFiles files, Runnable end) implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }

    private Place place(Kind kind) {
        var vault = vault();
        if (kind == Kind.DISK) {
            var store = new DiskFiles(folder);
            return new Place(store, vault, new SealedFiles(store, vault), () -> {});
        }
        var server = ObjectStore.over(folder);
        var store = new BucketFiles(server.bucket(ObjectStore.BUCKET, ObjectStore.SECRET));
        return new Place(store, vault, new SealedFiles(store, vault), server::close);
    }

    private static Vault vault() {
        var database = Databases.h2();
        Migration.ofFacts(database);
        var vault = new Vault(
                JdbcClient.create(database),
                MasterKey.ofBase64("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
                Clock.systemUTC());
        vault.unlock();
        return vault;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_is_kept_comes_back_byte_for_byte_and_lies_there_sealed(Kind kind) throws Exception {
        try (var place = place(kind)) {
            var id = UUID.randomUUID().toString();
            var photo = new byte[300_000];
            new Random(1).nextBytes(photo);

            assertThat(place.files().keep(id, WORDS)).isEqualTo(Sha256.hex(WORDS));
            place.files().keep(id, photo);

            assertThat(place.files().read(id, Sha256.hex(WORDS))).contains(WORDS);
            assertThat(place.files().read(id, Sha256.hex(photo))).contains(photo);
            assertThat(everything()).isNotEmpty().noneMatch(one -> holds(one, WORDS));
            assertThat(place.store().names(id)).containsExactlyInAnyOrder(Sha256.hex(WORDS), Sha256.hex(photo));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_nobody_kept_is_not_there_and_belongs_to_its_case_alone(Kind kind) throws Exception {
        try (var place = place(kind)) {
            var id = UUID.randomUUID().toString();
            place.files().keep(id, WORDS);

            assertThat(place.files().read(UUID.randomUUID().toString(), Sha256.hex(WORDS)))
                    .isEmpty();
            assertThat(place.files().read(id, Sha256.hex(new byte[1]))).isEmpty();
            assertThat(place.files().read(id, "../" + Sha256.hex(WORDS))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_same_kept_again_is_one(Kind kind) throws Exception {
        try (var place = place(kind)) {
            var id = UUID.randomUUID().toString();
            place.files().keep(id, WORDS);
            place.files().keep(id, WORDS);

            assertThat(place.store().names(id)).hasSize(1);
            assertThat(place.files().read(id, Sha256.hex(WORDS))).contains(WORDS);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void files_of_a_destroyed_key_are_unreadable_and_go(Kind kind) throws Exception {
        try (var place = place(kind)) {
            var gone = UUID.randomUUID().toString();
            var stays = UUID.randomUUID().toString();
            place.files().keep(gone, WORDS);
            place.files().keep(stays, WORDS);

            place.vault().destroy(gone);
            assertThat(place.files().read(gone, Sha256.hex(WORDS))).isEmpty();
            place.files().removeUnreadable(gone);
            place.files().removeUnreadable(stays);
            assertThat(place.store().names(gone)).isEmpty();
            assertThat(place.store().names(stays)).hasSize(1);
        }
    }

    @Test
    void a_store_that_is_away_is_named_and_nothing_is_half_kept() throws Exception {
        var id = UUID.randomUUID().toString();
        var vault = vault();
        SealedFiles away;
        try (var server = ObjectStore.over(folder)) {
            away = new SealedFiles(new BucketFiles(server.bucket(ObjectStore.BUCKET, ObjectStore.SECRET)), vault);
        }
        refused(() -> away.keep(id, WORDS));
        refused(() -> away.read(id, Sha256.hex(WORDS)));
        // which says nothing: the files are unreadable anyway
        away.removeUnreadable(id);
        assertThat(everything()).isEmpty();
    }

    @Test
    void wrong_keys_and_a_missing_bucket_are_named_too() throws Exception {
        var id = UUID.randomUUID().toString();
        try (var server = ObjectStore.over(folder)) {
            var stranger = new SealedFiles(new BucketFiles(server.bucket(ObjectStore.BUCKET, "wrong")), vault());
            refused(() -> stranger.keep(id, WORDS));
            refused(() -> stranger.read(id, Sha256.hex(WORDS)));
            var lost = new SealedFiles(new BucketFiles(server.bucket("no-such-bucket", ObjectStore.SECRET)), vault());
            refused(() -> lost.keep(id, WORDS));
            refused(() -> lost.read(id, Sha256.hex(WORDS)));
        }
        assertThat(everything()).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_is_named_too() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "in the way");
        var files = new SealedFiles(file, vault());
        refused(() -> files.keep(UUID.randomUUID().toString(), WORDS));
    }

    @Test
    void a_bucket_never_tells_its_keys() {
        var bucket = new Bucket(
                URI.create("http://127.0.0.1:1"),
                "r",
                "b",
                "",
                true,
                "key-of-ours",
                "secret-of-ours",
                Duration.ofSeconds(1));
        assertThat(bucket.toString()).doesNotContain("of-ours");
    }

    private static void refused(ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Named.class, refused -> {
            assertThat(refused.status().value()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("ATTACHMENTS_UNAVAILABLE");
        });
    }

    private List<Path> everything() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean holds(Path file, byte[] words) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .contains(new String(words, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
