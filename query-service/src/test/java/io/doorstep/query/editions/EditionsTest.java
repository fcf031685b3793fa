package io.doorstep.query.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.doorstep.query.asof.RandomLife;
import io.doorstep.query.completeness.CompletenessCheck;
import io.doorstep.query.testing.ReadingSide;
import io.doorstep.testing.Databases;
import io.doorstep.web.Named;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 旁建与切换。 */
class EditionsTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void a_new_edition_is_built_beside_while_facts_come_in_and_no_reader_ever_misses_a_case(String url)
            throws Exception {
        try (var node = ReadingSide.on(url)) {
            var published = new AtomicInteger();
            publish(node, published, 60);
            var editions = node.bean(Editions.class);
            await().atMost(SOON).until(() -> cases(node) == 60);

            var threads = Executors.newScheduledThreadPool(2);
            var over = new AtomicBoolean();
            try {
                // at a pace that a reader can follow
                var writing =
                        threads.scheduleAtFixedRate(() -> publish(node, published, 1), 0, 250, TimeUnit.MILLISECONDS);
                var polling = threads.submit(() -> {
                    var most = 60;
                    while (!over.get()) {
                        // what a reader saw once, he sees from then on, whichever edition serves; but for the second
                        // that it may lag
                        var now = cases(node);
                        assertThat(now).isGreaterThanOrEqualTo(most - 25).isGreaterThanOrEqualTo(60);
                        most = Math.max(most, now);
                    }
                });
                editions.rebuild("admin", "a new meaning", false);
                assertThat(editions.serving()).isEqualTo(Edition.A);
                await().atMost(SOON).until(() -> state(editions, Edition.B) == EditionState.COMPLETE);
                assertThat(editions.serving()).isEqualTo(Edition.A);
                editions.serve(Edition.B, "admin", "looked at it");
                assertThat(editions.serving()).isEqualTo(Edition.B);
                await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> !polling.isDone());
                editions.serve(Edition.A, "admin", "back again");
                await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> !polling.isDone());
                writing.cancel(false);
                over.set(true);
                polling.get();
            } finally {
                over.set(true);
                threads.shutdown();
                assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            }
            for (var edition : Edition.values()) {
                await().atMost(SOON).until(() -> edition.ask(() -> cases(node)) == published.get());
                if (editions.serving() != edition) {
                    editions.serve(edition, "admin", "to be checked");
                }
                await().atMost(SOON).untilAsserted(() -> {
                    var found = node.bean(CompletenessCheck.class).run();
                    assertThat(found.faults()).isZero();
                    assertThat(found.cases()).isEqualTo(published.get());
                });
            }
            assertThat(editions.steps()).extracting(Editions.Step::step).containsOnly("REBUILD", "SERVE");
        }
    }

    @Test
    void another_node_takes_part_in_the_building_and_hears_which_edition_serves() {
        var url = Databases.postgresUrl();
        try (var one = ReadingSide.on(url, "doorstep.node=one");
                var two = ReadingSide.on(url, "doorstep.node=two")) {
            publish(one, new AtomicInteger(), 40);
            await().atMost(SOON).until(() -> cases(two) == 40);
            one.bean(Editions.class).rebuild("admin", "why", true);
            await().atMost(SOON).until(() -> two.bean(Editions.class).serving() == Edition.B);
            assertThat(cases(two)).isEqualTo(40);
            assertThat(one.bean(Editions.class).steps())
                    .extracting(Editions.Step::step)
                    .containsExactly("SERVE", "REBUILD");
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void a_building_that_was_cut_off_goes_on_where_it_was_and_what_is_dropped_is_gone(String url) {
        try (var node = ReadingSide.on(url)) {
            publish(node, new AtomicInteger(), 80);
            await().atMost(SOON).until(() -> cases(node) == 80);
            node.bean(Editions.class).rebuild("admin", "why", false);
            await().atMost(SOON)
                    .until(() -> state(node.bean(Editions.class), Edition.B).isRead());
        }
        try (var node = ReadingSide.on(url)) {
            var editions = node.bean(Editions.class);
            assertThat(editions.serving()).isEqualTo(Edition.A);
            assertThat(cases(node)).isEqualTo(80);
            await().atMost(SOON).until(() -> state(editions, Edition.B) == EditionState.COMPLETE);
            assertThat(Edition.B.ask(() -> cases(node))).isEqualTo(80);

            editions.drop("admin", "no need");
            await().atMost(SOON).until(() -> state(editions, Edition.B) == EditionState.EMPTY);
            assertThat(Edition.B.ask(() -> cases(node))).isZero();
            assertThatThrownBy(() -> editions.serve(Edition.B, "admin", "why"))
                    .isInstanceOfSatisfying(
                            Named.class, no -> assertThat(no.code()).isEqualTo("EDITION_NOT_COMPLETE"));
            assertThat(cases(node)).isEqualTo(80);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void who_opens_a_book_of_facts_that_nobody_has_read_gets_no_list_until_all_are(String url) {
        try (var node = ReadingSide.on(url)) {
            publish(node, new AtomicInteger(), 30);
            await().atMost(SOON).until(() -> cases(node) == 30);
            node.jdbc().sql("drop schema reading_a cascade").update();
        }
        try (var node = ReadingSide.on(url)) {
            var editions = node.bean(Editions.class);
            await().atMost(SOON).untilAsserted(() -> {
                try {
                    editions.completeOr503();
                } catch (Named no) {
                    assertThat(no.code()).isEqualTo("LISTS_BEING_BUILT");
                    throw new AssertionError("not yet", no);
                }
            });
            assertThat(cases(node)).isEqualTo(30);
        }
    }

    private static EditionState state(Editions editions, Edition edition) {
        return editions.row(edition).state();
    }

    private static void publish(ReadingSide node, AtomicInteger published, int more) {
        for (var n = 0; n < more; n++) {
            var number = published.get();
            node.publish(RandomLife.of("c" + number, number));
            published.incrementAndGet();
        }
    }

    private static int cases(ReadingSide node) {
        return node.jdbc()
                .sql("select count(distinct case_id) from fact")
                .query(Integer.class)
                .single();
    }
}
