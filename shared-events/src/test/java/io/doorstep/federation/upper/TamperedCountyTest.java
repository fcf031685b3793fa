package io.doorstep.federation.upper;

import static io.doorstep.federation.upper.Prefecture.anping;
import static io.doorstep.federation.upper.Prefecture.facts;
import static io.doorstep.federation.upper.Prefecture.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.federation.Line;
import io.doorstep.federation.ServedCounty;
import io.doorstep.federation.Stretch;
import io.doorstep.store.Engine;
import io.doorstep.testing.Databases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 县里的账被动过。 Whatever is done to a county's facts, or to its answers on their way, is named, and nothing of it is taken in. */
class TamperedCountyTest {

    private static final String HERE = "430525100201";

    private static Map<String, UnaryOperator<Stretch>> onTheWay(ServedCounty elsewhere) {
        var deeds = new TreeMap<String, UnaryOperator<Stretch>>();
        deeds.put(
                "ALTERED at 12: one letter",
                all -> line(
                        all,
                        2,
                        line -> new Line(
                                line.position(),
                                line.leaf(),
                                said(fact(line), fact(line).payload().replace("note", "nose")),
                                false,
                                null)));
        deeds.put("GAP at 12: one left out", all -> lines(all, lines -> lines.remove(2)));
        deeds.put("GAP at 11: two exchanged", all -> lines(all, lines -> lines.add(1, lines.remove(2))));
        deeds.put(
                "UNPROVEN at 10: two exchanged, and their places, too",
                all -> lines(all, lines -> {
                    var one = lines.get(1);
                    var two = lines.get(2);
                    lines.set(1, new Line(11, two.leaf(), two.fact(), false, null));
                    lines.set(2, new Line(12, one.leaf(), one.fact(), false, null));
                }));
        deeds.put("UNPROVEN at 10: the end cut off the answer", all -> lines(all, lines -> lines.remove(9)));
        deeds.put("GAP at 10: nothing in the answer", all -> lines(all, List::clear));
        deeds.put(
                "MISSING at 13: a fact taken out",
                all -> line(all, 3, line -> new Line(line.position(), line.leaf(), null, false, null)));
        deeds.put(
                "UNPROVEN at 10: another in its place",
                all -> line(all, 3, line -> {
                    var forged = said(fact(line), "{}");
                    return new Line(line.position(), leaf(forged), forged, false, null);
                }));
        deeds.put(
                "BAD_SIGNATURE at -1: a larger size",
                all -> new Stretch(
                        all.from(),
                        Objects.requireNonNull(all.head()).replaceFirst("\n20\n", "\n21\n"),
                        all.before(),
                        all.through(),
                        all.lines()));
        deeds.put("OTHER_KEY at -1: another county's answer", all -> elsewhere.from(all.from(), 100));
        deeds.put("UNREADABLE at 10: no head", all -> new Stretch(10, "nonsense", List.of(), List.of(), List.of()));
        deeds.put("CUT at 0: no fact at all", all -> new Stretch(10, null, List.of(), List.of(), List.of()));
        deeds.put(
                "REWRITTEN at 0: no proof", all -> new Stretch(10, all.head(), List.of(), all.through(), all.lines()));
        return deeds;
    }

    @Test
    void whatever_is_done_to_an_answer_is_named_and_nothing_of_it_is_taken_in() {
        try (var county = new ServedCounty(Databases.h2());
                var elsewhere = new ServedCounty(Databases.h2())) {
            county.reports("DISPUTE", HERE, 10);
            elsewhere.reports("DISPUTE", HERE, 30);
            var prefecture = new Prefecture(Databases.h2(), "one", 100, anping(county)).round();
            county.reports("DISPUTE", HERE, 10);
            for (var deed : onTheWay(elsewhere).entrySet()) {
                county.onTheWay(deed.getValue());
                prefecture.round();
                assertThat(deed.getKey()).startsWith(prefecture.stop() + ":");
                assertThat(facts(prefecture.jdbc)).as(deed.getKey()).hasSize(10);
            }
            assertThat(prefecture.standing.stopped()).isEqualTo(1);

            county.onTheWay(all -> all);
            assertThat(prefecture.round().stop()).as("mended").isEqualTo("nothing");
            assertThat(facts(prefecture.jdbc)).isEqualTo(facts(county.jdbc));
            assertThat(prefecture
                            .jdbc
                            .sql("select count(*) from federation_finding")
                            .query(Integer.class)
                            .single())
                    .as("what was found stays on record, once while it stays the same")
                    .isEqualTo((int) onTheWay(elsewhere).keySet().stream()
                            .map(said -> said.substring(0, said.indexOf(':')))
                            .distinct()
                            .count());
        }
    }

    static Stream<DataSource> databases() {
        return Databases.both();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_history_that_was_rewritten_ledger_and_all_is_named_to_the_fact(DataSource database) {
        try (var county = new ServedCounty(database)) {
            for (var n = 0; n < 100; n++) {
                county.reports("DISPUTE", HERE, 10);
            }
            var prefecture = new Prefecture(Databases.h2(), "one", 300, anping(county)).round();
            rewrite(
                    county,
                    database,
                    "update aggregate_event_entry set timestamp = '2020-01-01T00:00:00.000Z'"
                            + " where global_index = (select global_index from fact_ledger where position = 417)");
            county.reports("DISPUTE", HERE, 10);
            assertThat(prefecture.round().stop()).isEqualTo("REWRITTEN at 417");
            assertThat(facts(prefecture.jdbc)).hasSize(1000);
            assertThat(prefecture
                            .jdbc
                            .sql("select f.identifier from federation_finding f join federation_leaf l"
                                    + " on l.identifier = f.identifier where l.position = 417")
                            .query(String.class)
                            .list())
                    .as("by the id of the fact that was copied")
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void facts_that_were_removed_or_changed_before_they_were_copied_are_named(DataSource database) {
        try (var county = new ServedCounty(database)) {
            county.reports("DISPUTE", HERE, 20);
            var prefecture = new Prefecture(Databases.h2(), "one", 100, anping(county)).round();
            county.reports("DISPUTE", HERE, 20);
            var at = " where global_index = (select global_index from fact_ledger where position = 27)";
            county.jdbc
                    .sql("update aggregate_event_entry set version = '2'" + at)
                    .update();
            assertThat(prefecture.round().stop()).isEqualTo("ALTERED at 27");
            county.jdbc.sql("delete from aggregate_event_entry" + at).update();
            assertThat(prefecture.round().stop()).isEqualTo("MISSING at 27");
            assertThat(facts(prefecture.jdbc)).hasSize(20);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_tail_that_was_cut_off_or_an_older_backup_is_named(DataSource database) {
        try (var county = new ServedCounty(database)) {
            county.reports("DISPUTE", HERE, 20);
            var prefecture = new Prefecture(Databases.h2(), "one", 100, anping(county)).round();
            rewrite(
                    county,
                    database,
                    "delete from aggregate_event_entry where global_index >="
                            + " (select global_index from fact_ledger where position = 15)");
            assertThat(prefecture.round().stop()).isEqualTo("CUT at 15");
            // and what is put on record after it does not cover it up
            county.reports("DISPUTE", HERE, 30);
            assertThat(prefecture.round().stop()).isEqualTo("REWRITTEN at 15");
            assertThat(facts(prefecture.jdbc)).hasSize(20);
        }
    }

    @Test
    void a_county_that_was_set_up_anew_is_no_continuation_of_the_old_one() {
        var copies = Databases.h2();
        try (var before = new ServedCounty(Databases.h2());
                var after = new ServedCounty(Databases.h2())) {
            before.reports("DISPUTE", HERE, 5);
            after.reports("DISPUTE", HERE, 50);
            var key = before.key();
            new Prefecture(copies, "one", 100, anping(before)).round();
            assertThat(new Prefecture(copies, "one", 100, source("anping", after, key))
                            .round()
                            .stop())
                    .isEqualTo("OTHER_KEY at -1");
            assertThat(new Prefecture(copies, "one", 100, anping(after)).round().stop())
                    .as("and the new key alone makes it none either")
                    .isEqualTo("REWRITTEN at 0");
        }
    }

    @Test
    void cases_of_another_place_or_another_county_are_not_taken_in() {
        var copies = Databases.h2();
        try (var one = new ServedCounty(Databases.h2());
                var two = new ServedCounty(Databases.h2())) {
            var caseId = one.reports("DISPUTE", HERE, 2);
            var sources = new Source[] {anping(one), source("beiping", two, two.key())};
            var prefecture = new Prefecture(copies, "one", 100, sources).round();
            two.record(List.of(ServedCounty.fact(caseId, 2, "ProgressNoted", "{}")));
            assertThat(prefecture.round().standing.counties().get(1).stop()).isEqualTo("TAKEN");
            assertThat(prefecture.first().stop()).as("the other goes on").isNull();

            one.corrects(caseId, 2, "place", "430124100");
            assertThat(prefecture.round().stop()).isEqualTo("FOREIGN_PLACE at 2");
            assertThat(facts(prefecture.jdbc)).hasSize(2);
        }
    }

    /** Changes facts as who owns the database can, and makes the ledger anew, signed with the same key. */
    private static void rewrite(ServedCounty county, DataSource database, String change) {
        var postgres = Engine.of(database) == Engine.POSTGRESQL;
        for (var table : List.of("fact_ledger", "fact_ledger_node")) {
            county.jdbc
                    .sql("drop trigger " + table + "_grows" + (postgres ? " on " + table : ""))
                    .update();
        }
        county.jdbc.sql(change).update();
        county.jdbc.sql("delete from fact_ledger").update();
        county.jdbc.sql("delete from fact_ledger_node").update();
        county.ledger.chainAll(1000);
    }

    private interface Change {
        void on(List<Line> lines);
    }

    private static Stretch lines(Stretch all, Change change) {
        var lines = new ArrayList<>(all.lines());
        change.on(lines);
        return new Stretch(all.from(), all.head(), all.before(), all.through(), lines);
    }

    private static Stretch line(Stretch all, int number, UnaryOperator<Line> change) {
        return lines(all, lines -> lines.set(number, change.apply(lines.get(number))));
    }

    private static Line.Fact fact(Line line) {
        return Objects.requireNonNull(line.fact());
    }

    private static Line.Fact said(Line.Fact fact, String payload) {
        return new Line.Fact(
                fact.id(),
                fact.subjectType(),
                fact.subject(),
                fact.number(),
                fact.type(),
                fact.version(),
                fact.time(),
                payload,
                fact.metadata());
    }

    private static String leaf(Line.Fact fact) {
        return java.util.Base64.getEncoder()
                .encodeToString(fact.stored().leaf(io.doorstep.proof.HashAlgorithm.SHA_256));
    }
}
