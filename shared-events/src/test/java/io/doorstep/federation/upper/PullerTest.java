package io.doorstep.federation.upper;

import static io.doorstep.federation.upper.Prefecture.anping;
import static io.doorstep.federation.upper.Prefecture.facts;
import static io.doorstep.federation.upper.Prefecture.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.federation.ServedCounty;
import io.doorstep.proof.HashAlgorithm;
import io.doorstep.testing.Databases;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 汇数。 Copies are the county's facts byte for byte, each once, and what is kept back is counted. */
class PullerTest {

    private static final String HERE = "430525100201";

    /** A county and a place for copies on each engine. */
    static Stream<List<DataSource>> pairs() {
        return Stream.of(List.of(Databases.h2(), Databases.h2()), List.of(Databases.postgres(), Databases.postgres()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void what_is_shared_arrives_byte_for_byte_and_what_is_not_is_counted(List<DataSource> databases) {
        try (var county = new ServedCounty(databases.get(0))) {
            county.reports("DISPUTE", HERE, 5);
            var sealed = county.reports("ACCUSATION", HERE, 3);
            county.reports("PETITION", HERE, 4);
            var prefecture = new Prefecture(databases.get(1), "one", 5, anping(county)).round();

            assertThat(prefecture.stop()).isEqualTo("nothing");
            var shared = facts(county.jdbc).stream()
                    .filter(fact -> !sealed.equals(fact.get("aggregate_identifier"))
                            && !sealed.equals(fact.get("AGGREGATE_IDENTIFIER")))
                    .toList();
            assertThat(facts(prefecture.jdbc)).isEqualTo(shared).hasSize(9);
            assertThat(prefecture.first().facts()).isEqualTo(12);
            assertThat(prefecture.first().withheld()).isEqualTo(3);
            assertThat(prefecture.first().toCome()).isZero();
            assertThat(prefecture.first().asOf()).isNotNull();
            assertThat(county.from(0, 1000).toString()).doesNotContain(sealed);
            assertThat(prefecture
                            .jdbc
                            .sql("select count(*) from federation_leaf where identifier is null")
                            .query(Long.class)
                            .single())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void two_nodes_that_ask_at_once_copy_everything_once(List<DataSource> databases) {
        try (var county = new ServedCounty(databases.get(0))) {
            IntStream.range(0, 60).forEach(n -> county.reports("DISPUTE", HERE, 10));
            var nodes = Stream.of("one", "two", "three")
                    .map(node -> new Prefecture(databases.get(1), node, 7, anping(county)))
                    .toList();
            // as if each took the other's lease for run out
            CompletableFuture.allOf(nodes.stream()
                            .map(node -> CompletableFuture.runAsync(() -> {
                                for (var i = 0; i < 200 && node.first().facts() < 600; i++) {
                                    node.jdbc
                                            .sql("update federation_source set taken_by = null")
                                            .update();
                                    node.round();
                                }
                            }))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
            assertThat(nodes.get(0).stop()).isEqualTo("nothing");
            assertThat(facts(nodes.get(1).jdbc)).isEqualTo(facts(county.jdbc)).hasSize(600);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void what_is_new_comes_with_the_next_round_and_whoever_starts_anew_goes_on_from_there(List<DataSource> databases) {
        try (var county = new ServedCounty(databases.get(0))) {
            var prefecture = new Prefecture(databases.get(1), "one", 1000, anping(county)).round();
            assertThat(prefecture.first().facts()).isZero();
            assertThat(prefecture.first().asOf()).isNotNull();

            for (var n = 1; n <= 5; n++) {
                county.reports("DISPUTE", HERE, 300);
                prefecture
                        .jdbc
                        .sql("update federation_source set taken_by = null")
                        .update();
                prefecture = new Prefecture(databases.get(1), "restarted-" + n, 170, anping(county)).round();
                assertThat(prefecture.stop()).isEqualTo("nothing");
                assertThat(prefecture.first().facts()).isEqualTo(300L * n);
            }
            assertThat(facts(prefecture.jdbc)).isEqualTo(facts(county.jdbc));
        }
    }

    @Test
    void a_ledger_of_sm3_signed_with_sm2_is_checked_alike() {
        try (var county = new ServedCounty(Databases.h2(), HashAlgorithm.SM3, Set.of())) {
            county.reports("ACCUSATION", HERE, 20);
            var prefecture = new Prefecture(Databases.h2(), "one", 6, anping(county)).round();
            assertThat(prefecture.stop()).isEqualTo("nothing");
            assertThat(facts(prefecture.jdbc)).isEqualTo(facts(county.jdbc)).hasSize(20);
            county.reports("DISPUTE", HERE, 20);
            assertThat(prefecture.round().first().facts()).isEqualTo(40);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_case_that_turns_out_to_be_an_accusation_is_taken_back(List<DataSource> databases) {
        try (var county = new ServedCounty(databases.get(0))) {
            var caseId = county.reports("PETITION", HERE, 2);
            var other = county.reports("PETITION", HERE, 1);
            var prefecture = new Prefecture(databases.get(1), "one", 1000, anping(county)).round();
            assertThat(prefecture.first().withheld()).isZero();

            county.corrects(caseId, 2, "kind", "ACCUSATION");
            county.corrects(other, 1, "title", "ACCUSATION");
            prefecture.round();
            assertThat(prefecture.stop()).isEqualTo("nothing");
            assertThat(prefecture.first().withheld()).isEqualTo(1);
            assertThat(prefecture
                            .jdbc
                            .sql("select case_id from federation_withdrawn")
                            .query(String.class)
                            .list())
                    .containsExactly(caseId);
        }
    }

    /** A county that shares more from a day on: of a case whose beginning is not here nothing can be shown. */
    @Test
    void what_has_a_beginning_that_was_kept_back_is_kept_back_with_it() {
        var database = Databases.h2();
        var copies = Databases.h2();
        String caseId;
        String key;
        try (var before = new ServedCounty(database)) {
            caseId = before.reports("ACCUSATION", HERE, 2);
            key = before.key();
            assertThat(new Prefecture(copies, "one", 1000, anping(before))
                            .round()
                            .first()
                            .withheld())
                    .isEqualTo(2);
        }
        try (var after = new ServedCounty(database, HashAlgorithm.SHA_256, Set.of())) {
            after.corrects(caseId, 2, "title", "另一个标题");
            after.reports("ACCUSATION", HERE, 2);
            var prefecture = new Prefecture(copies, "one", 1000, source("anping", after, key)).round();
            assertThat(prefecture.stop()).isEqualTo("nothing");
            assertThat(prefecture.first().facts()).isEqualTo(5);
            assertThat(facts(prefecture.jdbc)).hasSize(2);
        }
    }

    @Test
    void a_county_that_does_not_answer_is_told_and_asked_again() {
        try (var county = new ServedCounty(Databases.h2())) {
            county.reports("DISPUTE", HERE, 2);
            var wrong = new Source("anping", "安平县", county.url(), "no-token", Set.of(county.key()), "430525");
            var copies = Databases.h2();
            assertThat(new Prefecture(copies, "one", 10, wrong).round().first().failure())
                    .isEqualTo("HTTP_401");
            var prefecture = new Prefecture(copies, "one", 10, anping(county)).round();
            assertThat(prefecture.first().failure()).isNull();
            assertThat(prefecture.first().facts()).isEqualTo(2);
            var before = prefecture.first().asOf();
            county.fallSilent();
            assertThat(prefecture.round().first().failure()).isEqualTo("UNREACHABLE");
            assertThat(prefecture.first().asOf()).as("no fresher than it is").isEqualTo(before);
        }
    }
}
