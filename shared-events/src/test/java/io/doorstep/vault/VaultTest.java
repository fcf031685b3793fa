package io.doorstep.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.events.cases.Sealed;
import io.doorstep.store.Engine;
import io.doorstep.store.Migration;
import io.doorstep.testing.Databases;
import io.doorstep.web.Named;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class VaultTest {

    private static final MasterKey OLD = MasterKey.ofBase64(base64(1));
    private static final MasterKey NEW = MasterKey.ofBase64(base64(2));
    private static final Private WORDS = new Private("赵钱孙");

    @TempDir
    Path folder;

    /** A node with its vault. */
    private record Node(Vault vault, KeyRotation rotation, ErasedKeys erased, JdbcClient jdbc) {}

    private Node node(DataSource database, String name, SealingCipher cipher, KeyWrapping... keys) {
        Migration.ofFacts(database);
        var jdbc = JdbcClient.create(database);
        var masters = MasterKeys.of(keys);
        var vault = new Vault(jdbc, masters, cipher, Clock.systemUTC());
        vault.unlock();
        var rotation = new KeyRotation(
                jdbc, masters, name, Clock.systemUTC(), new TransactionTemplate(new JdbcTransactionManager(database)));
        rotation.present();
        return new Node(vault, rotation, new ErasedKeys(jdbc, folder.resolve("erased.log"), Clock.systemUTC()), jdbc);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_one_cipher_sealed_opens_after_the_other_was_chosen(DataSource database) {
        var aes = node(database, "one", SealingCipher.AES, OLD).vault();
        var before = aes.seal("person", WORDS);
        var number = aes.hash(NumberKind.PHONE, new Private("13700001234"));

        var sm = node(database, "one", SealingCipher.SM, MasterKey.ofBase64(base64(1), SealingCipher.SM))
                .vault();
        var after = sm.seal("person", WORDS);
        var other = sm.seal("another", WORDS);

        assertThat(List.of(before, after, other))
                .allSatisfy(words -> assertThat(sm.open(words)).contains(WORDS));
        assertThat(SealingCipher.of(Base64.getDecoder().decode(after.c()))).isEqualTo(SealingCipher.SM);
        assertThat(sm.hash(NumberKind.PHONE, new Private("13700001234")))
                .as("who was found before is found still")
                .isEqualTo(number);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_wrong_master_key_does_not_start(DataSource database) {
        node(database, "one", SealingCipher.AES, OLD);
        assertThatThrownBy(() -> node(database, "one", SealingCipher.AES, NEW)).hasMessageContaining("another key");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void keys_from_before_there_were_several_master_keys_open_and_are_wrapped_anew(DataSource database) {
        var node = node(database, "one", SealingCipher.AES, OLD, NEW);
        var sealed = node.vault().seal("person", WORDS);
        node.jdbc().sql("update vault.subject_key set wrapped_by = null").update();
        assertThat(node.vault().open(sealed)).contains(WORDS);
        assertThat(node.rotation().rotate().remaining()).isZero();
        assertThat(node(database, "one", SealingCipher.AES, NEW).vault().open(sealed))
                .contains(WORDS);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_master_key_changes_while_two_nodes_work(DataSource database) {
        var one = node(database, "one", SealingCipher.AES, OLD, NEW);
        node(database, "two", SealingCipher.AES, OLD);
        var sealed = new ArrayList<Sealed>();
        IntStream.range(0, 1200).forEach(n -> sealed.add(one.vault().seal("person-" + n, WORDS)));

        assertThatThrownBy(() -> one.rotation().rotate())
                .as("node two could not open what is wrapped by the new key")
                .isInstanceOfSatisfying(
                        Named.class, no -> assertThat(no.code()).isEqualTo("NODE_WITHOUT_NEXT_MASTER_KEY"));

        var restarted = node(database, "two", SealingCipher.AES, OLD, NEW);
        var meanwhile = CompletableFuture.supplyAsync(() -> IntStream.range(0, 200)
                .mapToObj(n -> restarted.vault().seal("meanwhile-" + n, WORDS))
                .toList());
        one.rotation().rotate();
        sealed.addAll(meanwhile.join());
        // a key that was made while the change was on its way is found by the next look
        restarted.rotation().goOn();

        assertThat(one.rotation().state().remaining()).isZero();
        assertThat(one.rotation().state().current()).isEqualTo(NEW.id());
        var later = node(database, "three", SealingCipher.AES, NEW);
        assertThat(sealed)
                .allSatisfy(words -> assertThat(later.vault().open(words)).contains(WORDS));
        assertThat(one.rotation().rotate().current())
                .as("asked again, nothing happens")
                .isEqualTo(NEW.id());
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_rotation_that_was_broken_off_goes_on(DataSource database) {
        var node = node(database, "one", SealingCipher.AES, OLD, NEW);
        var sealed = IntStream.range(0, 50)
                .mapToObj(n -> node.vault().seal("person-" + n, WORDS))
                .toList();
        node.rotation().rotate();
        node.jdbc()
                .sql("update vault.subject_key set wrapped = ?, wrapped_by = ? where key_id = 'person-7'")
                .params(OLD.wrap(new byte[32]), OLD.id())
                .update();
        assertThat(node.rotation().state().remaining()).isEqualTo(1);
        assertThat(node.rotation().rotate().remaining()).isZero();
        assertThat(node.vault().open(sealed.get(8))).contains(WORDS);
    }

    @Test
    void a_key_may_lie_in_a_keystore_of_java() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        var password = "a password".toCharArray();
        store.load(null, password);
        store.setEntry(
                "doorstep",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[32], "AES")),
                new KeyStore.PasswordProtection(password));
        var file = folder.resolve("keys.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        var stored = StoredKey.in("PKCS12", file, password, "doorstep");
        var database = Databases.h2();
        var sealed = node(database, "one", SealingCipher.AES, stored).vault().seal("person", WORDS);
        assertThat(node(database, "one", SealingCipher.AES, StoredKey.in("PKCS12", file, password, "doorstep"))
                        .vault()
                        .open(sealed))
                .contains(WORDS);
        assertThatThrownBy(() -> StoredKey.in("PKCS12", file, password, "nobody"))
                .hasMessageContaining("nobody");
    }

    @Test
    void a_key_file_that_others_may_read_is_refused() throws Exception {
        var file = Files.writeString(folder.resolve("key"), base64(1));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(KeyFile.read(file)).isEqualTo(base64(1));
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_restored_database_does_not_bring_an_erased_person_back(DataSource database) {
        var node = node(database, "one", SealingCipher.AES, OLD);
        var sealed = node.vault().seal("person", WORDS);
        node.vault().remember("person", "case", NumberKind.PHONE, new Private("13700001234"));
        var other = node.vault().seal("other", WORDS);
        var backup = node.jdbc()
                .sql("select wrapped from vault.subject_key where key_id = 'person'")
                .query((row, n) -> row.getBytes(1))
                .single();

        node.erased().erase("person");
        assertThat(node.vault().open(sealed)).isEmpty();
        assertThat(hashes(node)).isZero();

        // the restore: the database knows nothing of the erasure any more
        node.jdbc().sql("delete from vault.erased_key").update();
        node.jdbc()
                .sql(
                        "insert into vault.subject_key (key_id, wrapped, wrapped_by, created_at) values ('person', ?, ?, current_timestamp)")
                .params(backup, OLD.id())
                .update();
        node.vault().remember("person", "case", NumberKind.PHONE, new Private("13700001234"));
        assertThat(node.vault().open(sealed)).as("the restore worked").contains(WORDS);

        assertThat(node.erased().reconcile()).isEqualTo(1);
        assertThat(node.vault().open(sealed)).isEmpty();
        assertThat(hashes(node)).isZero();
        assertThat(node.vault().open(other)).contains(WORDS);
        assertThat(node.erased().reconcile()).as("once is enough").isZero();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_is_said_after_an_erasure_has_a_key_of_its_own(DataSource database) {
        var node = node(database, "one", SealingCipher.AES, OLD);
        var before = node.vault().seal("case", WORDS);
        var file = node.vault().sealBytes("case", "a file".getBytes(StandardCharsets.UTF_8));
        node.erased().erase("case");
        var after = node.vault().seal("case", WORDS);
        var later = node.vault().sealBytes("case", "a file".getBytes(StandardCharsets.UTF_8));

        node.erased().reconcile();
        assertThat(node.vault().open(before)).isEmpty();
        assertThat(node.vault().openBytes("case", file)).isEmpty();
        assertThat(node.vault().open(after)).contains(WORDS);
        assertThat(node.vault().openBytes("case", later)).isPresent();

        node.erased().erase("case");
        assertThat(node.vault().open(after)).isEmpty();
        assertThat(node.vault().openBytes("case", later)).isEmpty();
    }

    @Test
    void tables_are_written_anew_after_an_erasure() {
        var database = Databases.postgres();
        var node = node(database, "one", SealingCipher.AES, OLD);
        node.vault().seal("person", WORDS);
        node.erased().erase("person");
        new VaultKeeper(
                        node.jdbc(),
                        Engine.POSTGRESQL,
                        "",
                        node.erased(),
                        node.rotation(),
                        new TransactionTemplate(new JdbcTransactionManager(database)))
                .look();
        assertThat(node.jdbc()
                        .sql("select count(*) from vault.erased_key where in_old_pages")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static long hashes(Node node) {
        return node.jdbc()
                .sql("select count(*) from vault.number_hash")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void only_what_was_veiled_is_unveiled(DataSource database) {
        for (var cipher : SealingCipher.values()) {
            var vault = node(database, "one", cipher, OLD).vault();
            var content = "position 7".getBytes(StandardCharsets.UTF_8);
            var veiled = vault.veil("cursor", content);
            assertThat(vault.veil("cursor", content)).isNotEqualTo(veiled);
            assertThat(vault.unveil("cursor", veiled)).contains(content);
            assertThat(vault.unveil("another", veiled)).isEmpty();
            IntStream.range(0, veiled.length)
                    .forEach(length -> assertThat(vault.unveil("cursor", Arrays.copyOf(veiled, length)))
                            .as("%s, the first %d bytes", cipher, length)
                            .isEmpty());
        }
    }

    private static String base64(int fill) {
        var key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
