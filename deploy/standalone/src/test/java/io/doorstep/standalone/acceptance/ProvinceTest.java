package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 一个省的上下联通。 One office above copies from many counties; in the middle of it its process is killed with -9 and started again. Every fact is there
 * once, byte for byte and in its county's order. {@code deploy/acceptance/province.sh} does it with a hundred counties and prints what it measured; every
 * build does it with a few.
 */
@TakesMinutes
class ProvinceTest {

    private static final Logger LOG = LoggerFactory.getLogger("io.doorstep.province");
    private static final int COUNTIES = Integer.getInteger("province.counties", 3);
    private static final int CASES = Integer.getInteger("province.cases", 60);
    private static final Duration LONG = Duration.ofMinutes(60);

    @TempDir
    Path folder;

    @Test
    void a_province_is_copied_once_though_the_copier_is_killed_in_the_middle() throws Exception {
        try (var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "400")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                var province = new Province(server, folder.resolve("year"))) {
            for (var n = 0; n < COUNTIES; n++) {
                province.open(CASES);
            }
            var facts = province.facts();
            say(
                    "%d counties, %d cases and %.1f facts each case, %d facts, %.0f bytes of content and metadata a fact",
                    COUNTIES, COUNTIES * CASES, province.factsPerCase(), facts, province.bytesPerFact());

            var settings = Stream.concat(
                            Stream.of(province.settings("above")),
                            Stream.of(
                                    "--doorstep.federation.every=PT2S",
                                    "--doorstep.federation.most=" + most(),
                                    "--doorstep.federation.at-once=" + atOnce()))
                    .toArray(String[]::new);
            var data = Files.createDirectory(folder.resolve("above"));
            var store = province.store("above");
            var office = Office.start(data, settings);
            await().atMost(LONG).pollInterval(Duration.ofMillis(50)).until(() -> copied(store) > facts / 5);
            office.kill();
            var atTheKill = copied(store);
            assertThat(atTheKill).as("killed in the middle").isLessThan(facts);
            var bytesBefore = province.bytes();

            var begun = System.nanoTime();
            try (var again = Office.start(data, settings)) {
                await().atMost(LONG).pollInterval(Duration.ofMillis(50)).until(() -> copied(store) > atTheKill);
                var resumed = System.nanoTime();
                await().atMost(LONG).pollInterval(Duration.ofMillis(200)).until(() -> copied(store) == facts);
                var all = System.nanoTime();
                await().atMost(LONG).pollInterval(Duration.ofMillis(500)).until(() -> read(store) == copies(store));
                var listed = System.nanoTime();
                say(
                        "after kill -9 at %d facts: start and first new copy %.1f s; the other %d facts in %.1f s: %.0f facts/s"
                                + " copied; lists complete %.1f s after the last copy: %.0f facts/s read",
                        atTheKill,
                        seconds(begun, resumed),
                        facts - atTheKill,
                        seconds(resumed, all),
                        (facts - atTheKill) / seconds(resumed, all),
                        seconds(all, listed),
                        copies(store) / seconds(resumed, listed));
                say(
                        "on the line %.0f bytes a fact, packed",
                        (double) (province.bytes() - bytesBefore) / (facts - atTheKill));
                eachOnceAndAsItWas(province, store);
                pulse(province, store);
                var size = store.sql("select pg_database_size('above')")
                        .query(Long.class)
                        .single();
                say(
                        "the office above has %d MB, %.0f bytes a fact with ledger, lists and indexes",
                        size >> 20, (double) size / copies(store));
                assertThat(again.json("supervisor", "/api/federation")
                                .get("counties")
                                .size())
                        .isEqualTo(COUNTIES);
                if (COUNTIES < 10) {
                    // of a whole province it takes longer than a client waits
                    var found = again.json("admin", "/api/completeness");
                    assertThat(found.get("faults").intValue()).as("%s", found).isZero();
                }
            }
        }
    }

    /** So few in a small run that the kill falls in the middle. */
    private static int most() {
        return COUNTIES < 10 ? 5 : 1000;
    }

    private static int atOnce() {
        return COUNTIES < 10 ? 1 : 4;
    }

    /** One new case in every county: how long until all of them are copied, and in the lists. */
    private static void pulse(Province province, JdbcClient store) {
        var idle = province.answers();
        var idleBytes = province.bytes();
        var from = System.nanoTime();
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> province.answers() - idle >= 2L * COUNTIES);
        say(
                "nothing new: a round of all counties takes %.1f s (pause 2 s), %.0f bytes an answer",
                seconds(from, System.nanoTime()) / 2,
                (double) (province.bytes() - idleBytes) / (province.answers() - idle));
        var begun = System.nanoTime();
        province.counties().forEach(county -> province.work(county, 1));
        var recorded = System.nanoTime();
        var facts = province.facts();
        await().atMost(LONG).pollInterval(Duration.ofMillis(50)).until(() -> copied(store) == facts);
        var all = System.nanoTime();
        await().atMost(LONG).pollInterval(Duration.ofMillis(50)).until(() -> read(store) == copies(store));
        say(
                "a new case in each county (%.1f s to record): all copied %.1f s, and listed %.1f s, after the last was recorded",
                seconds(begun, recorded), seconds(recorded, all), seconds(recorded, System.nanoTime()));
    }

    private static void eachOnceAndAsItWas(Province province, JdbcClient store) throws IOException {
        for (var n = 0; n < COUNTIES; n++) {
            var there = ordered(
                    province.counties().get(n).jdbc,
                    "select e.identifier from fact_ledger l"
                            + " join aggregate_event_entry e on e.global_index = l.global_index order by l.position");
            var here = ordered(
                    store,
                    "select l.identifier from federation_leaf l join aggregate_event_entry e"
                            + " on e.identifier = l.identifier where l.source = 'county-" + n
                            + "' order by e.global_index");
            var kept = there.stream()
                    .filter(here.stream().collect(Collectors.toSet())::contains)
                    .toList();
            assertThat(here).as("in the order of county %d", n).isEqualTo(kept);
            assertThat(ordered(store, "select l.position from federation_leaf l where l.source = 'county-" + n + "'"))
                    .as("a leaf for every place of its ledger")
                    .hasSize(there.size());
        }
        assertThat(store.sql("select count(*) from federation_source where stop is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static List<String> ordered(JdbcClient store, String sql) {
        return store.sql(sql).query((row, n) -> row.getString(1)).list();
    }

    private static long copied(JdbcClient store) {
        var there = store.sql("select count(*) from information_schema.tables where table_name = 'federation_source'")
                .query(Long.class)
                .single();
        return there == 0
                ? 0
                : store.sql("select coalesce(sum(size), 0) from federation_source")
                        .query(Long.class)
                        .single();
    }

    private static long copies(JdbcClient store) {
        return store.sql("select count(*) from aggregate_event_entry")
                .query(Long.class)
                .single();
    }

    private static long read(JdbcClient store) {
        return store.sql("select count(*) from reading_a.fact")
                .query(Long.class)
                .single();
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private static void say(String what, Object... numbers) {
        LOG.info(String.format(Locale.ROOT, what, numbers));
    }
}
