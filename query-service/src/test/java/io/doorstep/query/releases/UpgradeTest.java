package io.doorstep.query.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.backup.Age;
import io.doorstep.backup.Backup;
import io.doorstep.backup.Backup.Places;
import io.doorstep.backup.Restore;
import io.doorstep.backup.Restore.Archives;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.proof.kept.Checkpoints;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.RandomLife;
import io.doorstep.query.completeness.CompletenessCheck;
import io.doorstep.query.testing.ReadingSide;
import io.doorstep.store.AppendOrder;
import io.doorstep.testing.Databases;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * 升级。 The office of each release, as an archive that the release itself made, is opened by this version on both databases: its tables are
 * brought up to date, every fact is read into every list, and the root of its ledger is the one that was noted then.
 */
class UpgradeTest {

    private static final Path RELEASES = Path.of("src/test/resources/releases");

    /** The release that is being made; its archive is written anew by {@code -Dgolden.write=true} until it is out, never after. */
    private static final String NEXT = "0.1.0";

    @TempDir
    Path folder;

    static Stream<Arguments> everyReleaseOnBoth() throws IOException {
        try (var releases = Files.list(RELEASES)) {
            return releases.sorted().toList().stream()
                    .flatMap(release -> ReadingSide.databases().map(url -> Arguments.of(release.getFileName(), url)));
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("everyReleaseOnBoth")
    void an_office_of_an_earlier_release_is_opened_with_all_that_is_in_it(Path release, String url) throws Exception {
        var then = RELEASES.resolve(release);
        var noted = new Properties();
        try (var in = Files.newInputStream(then.resolve("noted.properties"))) {
            noted.load(in);
        }
        var restored = new Restore(database(url), Clock.systemUTC(), table -> {})
                .from(new Archives(
                        then.resolve("facts.age"),
                        Optional.of(then.resolve("keys.age")),
                        then.resolve("identity.txt"),
                        Optional.empty()));
        assertThat(restored.whole()).as(restored.findings().toString()).isTrue();
        assertThat(restored.root()).isEqualTo(noted.getProperty("root"));
        assertThat(restored.size()).isEqualTo(Long.parseLong(noted.getProperty("facts")));

        try (var node = ReadingSide.on(url)) {
            var check = node.bean(CompletenessCheck.class);
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                var found = check.run();
                assertThat(found.cases()).isEqualTo(Integer.parseInt(noted.getProperty("cases")));
                assertThat(found.notYet()).isZero();
                assertThat(found.items()).isEmpty();
            });
            assertThat(node.bean(MeterRegistry.class)
                            .get("doorstep.deadletters")
                            .gauge()
                            .value())
                    .isZero();
            var read = node.jdbc()
                    .sql("select count(*) from fact")
                    .query(Long.class)
                    .single();
            assertThat(read).isEqualTo(restored.size());
            var ledger = node.bean(FactLedger.class);
            assertThat(ledger.head().size()).isEqualTo(restored.size());
        }
    }

    @Test
    void the_office_of_a_release_has_a_fact_of_every_sort() throws Exception {
        var url = Databases.h2Url();
        var then = RELEASES.resolve(NEXT);
        new Restore(database(url), Clock.systemUTC(), table -> {})
                .from(new Archives(
                        then.resolve("facts.age"), Optional.empty(), then.resolve("identity.txt"), Optional.empty()));
        try (var node = ReadingSide.on(url)) {
            assertThat(node.jdbc()
                            .sql("select distinct type from aggregate_event_entry")
                            .query(String.class)
                            .list())
                    .containsAll(Arrays.stream(CaseEvent.class.getPermittedSubclasses())
                            .map(Class::getName)
                            .toList());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "golden.write", matches = "true")
    void write_the_office_of_the_next_release() throws Exception {
        var url = Databases.h2Url();
        var then = Files.createDirectories(RELEASES.resolve(NEXT));
        try (var node = ReadingSide.on(url)) {
            var each = new Life(CaseStories.CASE);
            var day = 0;
            for (var fact : CaseStories.oneOfEach().toList()) {
                each.on(day++, fact);
            }
            node.publish(each);
            LongStream.range(0, 12).forEach(seed -> node.publish(RandomLife.of("case-" + seed, seed)));
            node.bean(FactLedger.class).chainAll(1000);
            node.bean(Checkpoints.class).make();
            var pair = Age.newPair();
            Files.writeString(
                    then.resolve("identity.txt"),
                    "# opens the archives of an office that never was\n" + pair.identity() + "\n");
            var to = List.of(pair.recipient());
            var taken = new Backup(database(url), NEXT, AppendOrder.LOCK)
                    .take(new Places(folder, folder, to, to), Instant.parse("2026-11-22T12:00:00Z"), rows -> {});
            Files.move(taken.facts(), then.resolve("facts.age"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(taken.keys(), then.resolve("keys.age"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(
                    then.resolve("noted.properties"),
                    "facts=%d%nroot=%s%ncases=13%n".formatted(taken.ledgerSize(), taken.ledgerRoot()));
        }
    }

    private static DataSource database(String url) {
        var h2 = url.startsWith("jdbc:h2");
        return new DriverManagerDataSource(url, h2 ? "sa" : "postgres", h2 ? "" : "postgres");
    }
}
