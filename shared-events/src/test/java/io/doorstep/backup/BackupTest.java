package io.doorstep.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.store.AppendOrder;
import io.doorstep.store.Migration;
import io.doorstep.testing.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BackupTest {

    @TempDir
    Path folder;

    static Stream<Arguments> everyWay() {
        return Stream.of(
                Arguments.of("H2 to H2", Databases.h2(), Databases.h2()),
                Arguments.of("H2 to PostgreSQL", Databases.h2(), Databases.postgres()),
                Arguments.of("PostgreSQL to H2", Databases.postgres(), Databases.h2()),
                Arguments.of("PostgreSQL to PostgreSQL", Databases.postgres(), Databases.postgres()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyWay")
    void what_was_backed_up_is_there_again_byte_for_byte(String way, DataSource from, DataSource to) throws Exception {
        var filled = new Filled(from, AppendOrder.LOCK);
        var taken = filled.back(folder);
        assertThat(taken.ledgerSize()).isEqualTo(1200);

        var restored = Filled.restore(to, filled.archives(taken, folder));
        assertThat(restored.whole()).as(restored.findings().toString()).isTrue();
        assertThat(restored.root()).isEqualTo(taken.ledgerRoot());
        assertThat(restored.rows()).isEqualTo(taken.rows());
        assertThat(Filled.contents(to)).isEqualTo(Filled.contents(from));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyWay")
    void counting_goes_on_where_it_was(String way, DataSource from, DataSource to) throws Exception {
        var filled = new Filled(from, AppendOrder.LOCK);
        // drawn and not used: whoever follows the log by its ids must not meet one again
        filled.recorded.transaction.executeWithoutResult(step -> {
            log(filled.recorded.jdbc);
            step.setRollbackOnly();
        });
        Filled.restore(to, filled.archives(filled.back(folder), folder));
        var jdbc = org.springframework.jdbc.core.simple.JdbcClient.create(to);
        log(jdbc);
        assertThat(jdbc.sql("select id from access_log order by id")
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L, 4L);
    }

    private static void log(org.springframework.jdbc.core.simple.JdbcClient jdbc) {
        jdbc.sql("insert into access_log (at, actor, roles, case_id, what, purpose)"
                        + " values (current_timestamp, 'li', '', 'c', 'w', 'p')")
                .update();
    }

    @Test
    void both_databases_have_the_same_tables_in_an_order_that_can_be_filled() throws Exception {
        assertThat(tables(Databases.h2()))
                .isEqualTo(tables(Databases.postgres()))
                .contains("public.aggregate_event_entry", "public.account", "vault.subject_key", "public.snapshot");
    }

    private static List<String> tables(DataSource database) throws Exception {
        Migration.ofFacts(database);
        try (var connection = database.getConnection()) {
            return new Tables(connection)
                    .kept().stream()
                            .map(table -> table.id() + " "
                                    + table.columns().stream()
                                            .map(column -> column.name() + ":" + column.kind())
                                            .toList())
                            .map(line -> line.substring(0, line.indexOf(' ')))
                            .toList();
        }
    }

    @Test
    void keys_are_apart_and_the_facts_hold_none() throws Exception {
        var filled = new Filled(Databases.h2(), AppendOrder.LOCK);
        var contents = Filled.contents(filled.recorded.database);
        assertThat(contents.get("facts"))
                .extracting(Manifest.Sum::table)
                .noneMatch(table -> table.startsWith("vault."));
        assertThat(contents.get("keys")).extracting(Manifest.Sum::table).allMatch(table -> table.startsWith("vault."));
        var taken = filled.back(folder);
        assertThat(taken.keys().getParent()).isNotEqualTo(taken.facts().getParent());
    }

    @Test
    void a_byte_that_changed_is_found_wherever_it_is() throws Exception {
        var filled = new Filled(Databases.h2(), AppendOrder.LOCK);
        var taken = filled.back(folder);
        var archives = filled.archives(taken, folder);
        var whole = Files.readAllBytes(taken.facts());
        for (var at : new int[] {250, 2000, whole.length / 2, whole.length - 1}) {
            var changed = whole.clone();
            changed[at] ^= 1;
            Files.write(taken.facts(), changed);
            var target = Databases.h2();
            assertThatThrownBy(() -> Filled.restore(target, archives))
                    .as("byte %d", at)
                    .isInstanceOf(UnusableArchive.class)
                    .hasMessageContaining(taken.facts().getFileName().toString())
                    .hasMessageContaining("damaged");
            assertEmpty(target);
        }
        for (var length : new int[] {0, 100, whole.length / 2, whole.length - 1}) {
            Files.write(taken.facts(), java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Filled.restore(Databases.h2(), archives))
                    .as("cut to %d", length)
                    .isInstanceOf(UnusableArchive.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void a_failed_restore_leaves_postgresql_empty_too() throws Exception {
        var filled = new Filled(Databases.h2(), AppendOrder.LOCK);
        var taken = filled.back(folder);
        var archives = filled.archives(taken, folder);
        var bytes = Files.readAllBytes(taken.keys());
        bytes[bytes.length - 1] ^= 1;
        Files.write(taken.keys(), bytes);
        var target = Databases.postgres();
        assertThatThrownBy(() -> Filled.restore(target, archives)).isInstanceOf(UnusableArchive.class);
        assertEmpty(target);
        bytes[bytes.length - 1] ^= 1;
        Files.write(taken.keys(), bytes);
        assertThat(Filled.restore(target, archives).whole()).isTrue();
    }

    private static void assertEmpty(DataSource database) throws Exception {
        try (var connection = database.getConnection()) {
            assertThat(new Tables(connection).everyName()).isEmpty();
        }
    }

    @Test
    void another_identity_opens_nothing() throws Exception {
        var filled = new Filled(Databases.h2(), AppendOrder.LOCK);
        var archives = filled.archives(filled.back(folder), folder);
        Files.writeString(archives.identities(), Age.newPair().identity());
        assertThatThrownBy(() -> Filled.restore(Databases.h2(), archives))
                .isInstanceOf(UnusableArchive.class)
                .hasMessageContaining("not made for this identity");
    }

    @Test
    void a_database_that_is_in_use_is_left_alone() throws Exception {
        var filled = new Filled(Databases.h2(), AppendOrder.LOCK);
        var archives = filled.archives(filled.back(folder), folder);
        var before = Filled.contents(filled.recorded.database);
        assertThatThrownBy(() -> Filled.restore(filled.recorded.database, archives))
                .isInstanceOf(UnusableArchive.class)
                .hasMessageContaining("not empty");
        assertThat(Filled.contents(filled.recorded.database)).isEqualTo(before);
    }

    @Test
    void the_wrong_archive_is_named() throws Exception {
        var filled = new Filled(Databases.h2(), AppendOrder.LOCK);
        var taken = filled.back(folder);
        var right = filled.archives(taken, folder);
        var swapped = new Restore.Archives(
                taken.keys(), java.util.Optional.of(taken.facts()), right.identities(), java.util.Optional.empty());
        assertThatThrownBy(() -> Filled.restore(Databases.h2(), swapped))
                .isInstanceOf(UnusableArchive.class)
                .hasMessageContaining("archive of keys, wanted was one of facts");
    }

    @Test
    void a_backup_that_fails_leaves_no_file() throws IOException {
        var filled = new Filled(Databases.h2(), AppendOrder.LOCK);
        var occupied = Files.writeString(folder.resolve("keys"), "no folder");
        assertThatThrownBy(() -> filled.back(folder)).isInstanceOf(IOException.class);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(occupied);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void who_was_erased_since_does_not_come_back(DataSource target) throws Exception {
        var filled = new Filled(Databases.h2(), AppendOrder.LOCK);
        var archives = filled.archives(filled.back(folder), folder);
        var register = Files.writeString(folder.resolve("erased-keys.log"), "2026-11-22T05:00:00Z\tperson-1\n");
        var restored = Filled.restore(
                target,
                new Restore.Archives(
                        archives.facts(), archives.keys(), archives.identities(), java.util.Optional.of(register)));
        assertThat(restored.erasedAgain()).isEqualTo(1);
        assertThat(restored.whole()).isTrue();
        var jdbc = org.springframework.jdbc.core.simple.JdbcClient.create(target);
        assertThat(jdbc.sql("select key_id from vault.subject_key where key_id like 'person%'")
                        .query(String.class)
                        .list())
                .containsExactly("person-2");
        assertThat(jdbc.sql("select count(*) from vault.number_hash")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
