package io.doorstep.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.check.Finding.Kind;
import io.doorstep.proof.kept.Recorded;
import io.doorstep.store.AppendOrder;
import io.doorstep.store.Engine;
import io.doorstep.testing.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody who writes past the product does to a database, and that it is found and named. */
class TamperingTest {

    private static final int FACTS = 300;

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void an_honest_history_is_whole(DataSource database) throws Exception {
        var office = office(database);
        office.facts(5);
        var report = check(office, sent(office));
        assertThat(report.whole()).as(report.findings().toString()).isTrue();
        assertThat(report.facts()).isEqualTo(FACTS + 5);
        assertThat(report.chained()).isEqualTo(FACTS);
        assertThat(report.waiting()).isEqualTo(5);
        assertThat(report.checkpoints()).isEqualTo(3);
        assertThat(report.root()).isEqualTo(office.ledger.tree().root(FACTS));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                        "payload = convert_to(replace(convert_from(payload, 'UTF8'), 'c', 'd'), 'UTF8')",
                        "metadata = convert_to('{\"actor\":\"somebody\"}', 'UTF8')",
                        "timestamp = '2026-11-22T04:00:01.100Z'",
                        "type = 'io.doorstep.events.cases.CaseResolved'",
                        "version = '2'",
                        "aggregate_identifier = 'case-99'",
                        "aggregate_sequence_number = 77",
                        "identifier = 'another'")
                .flatMap(change -> Databases.both().map(database -> Arguments.of(database, change)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_changed_fact_is_named(DataSource database, String change) throws Exception {
        var office = office(database);
        var words = Engine.of(database) == Engine.H2
                ? change.replace("convert_to(replace(convert_from(payload, 'UTF8'), 'c', 'd'), 'UTF8')", "X'00'")
                        .replace("convert_to('{\"actor\":\"somebody\"}', 'UTF8')", "X'00'")
                : change;
        office.jdbc
                .sql("update aggregate_event_entry set " + words + " where global_index = " + index(office, 123))
                .update();

        var found = check(office, List.of()).findings();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).kind()).isEqualTo(Kind.CHANGED);
        assertThat(found.get(0).position()).isEqualTo(123);
        assertThat(found.get(0).fact()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_removed_fact_is_named(DataSource database) throws Exception {
        var office = office(database);
        office.jdbc
                .sql("delete from aggregate_event_entry where global_index = " + index(office, 50))
                .update();
        assertThat(kinds(check(office, List.of()))).containsExactly("REMOVED 50");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void an_inserted_fact_is_named(DataSource database) throws Exception {
        var office = office(database, 12);
        office.jdbc
                .sql("update aggregate_event_entry set global_index = " + (index(office, 100) + 1)
                        + " where global_index = (select max(global_index) from aggregate_event_entry)")
                .update();
        var found = check(office, List.of()).findings();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).kind()).isEqualTo(Kind.INSERTED);
        assertThat(found.get(0).fact()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void facts_that_changed_places_are_named(DataSource database) throws Exception {
        var office = office(database);
        swap(office, 40, 41);
        assertThat(kinds(check(office, List.of()))).containsExactly("REORDERED 40", "REORDERED 41");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_tail_that_was_cut_off_is_named(DataSource database) throws Exception {
        var office = office(database);
        office.jdbc
                .sql("delete from aggregate_event_entry where global_index >= " + index(office, 290))
                .update();
        assertThat(kinds(check(office, List.of()))).containsExactly("CUT_OFF 290");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_tail_that_was_cut_off_with_its_ledger_and_checkpoints_is_named_by_the_second_place(DataSource database)
            throws Exception {
        var office = office(database);
        var sent = sent(office);
        office.jdbc
                .sql("delete from aggregate_event_entry where global_index >= " + index(office, 290))
                .update();
        unguarded(office, "delete from fact_ledger where position >= 290");
        assertThat(kinds(check(office, List.of()))).contains("CUT_OFF 290");
        unguarded(office, "delete from ledger_checkpoint where size > 290");
        assertThat(check(office, List.of()).whole())
                .as("nothing in the database tells any more")
                .isTrue();
        assertThat(kinds(check(office, sent))).contains("CUT_OFF 290");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_changed_line_of_the_ledger_is_named(DataSource database) throws Exception {
        var office = office(database);
        office.jdbc
                .sql("update aggregate_event_entry set version = '2' where global_index = " + index(office, 20))
                .update();
        unguarded(
                office,
                "update fact_ledger set leaf = (select leaf from fact_ledger where position = 21)"
                        + " where position = 20");
        assertThat(kinds(check(office, List.of()))).contains("CHANGED 20", "LEDGER_CHANGED 20");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_ledger_made_anew_after_a_change_differs_from_what_was_signed(DataSource database) throws Exception {
        var office = office(database);
        var sent = sent(office);
        office.jdbc
                .sql("update aggregate_event_entry set version = '2' where global_index = " + index(office, 150))
                .update();
        anew(office);
        assertThat(kinds(check(office, List.of()))).containsExactly("CHECKPOINT_DIFFERS 200", "CHECKPOINT_DIFFERS 300");
        assertThat(kinds(check(office, sent))).contains("CHANGED 150").noneMatch(one -> one.endsWith(" 151"));
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_ledger_made_anew_after_a_removal_an_insertion_and_a_swap_is_told_apart(DataSource database)
            throws Exception {
        var office = office(database);
        var sent = sent(office);
        swap(office, 10, 12);
        office.jdbc
                .sql("delete from aggregate_event_entry where global_index = " + index(office, 120))
                .update();
        office.add("case-1", 900);
        office.jdbc
                .sql("update aggregate_event_entry set global_index = " + index(office, 120)
                        + " where global_index = (select max(global_index) from aggregate_event_entry)")
                .update();
        office.jdbc
                .sql("delete from aggregate_event_entry where global_index = " + index(office, 222))
                .update();
        anew(office);
        assertThat(kinds(check(office, sent)))
                .contains("REORDERED 10", "REORDERED 12", "CHANGED 120", "REMOVED 222", "CHECKPOINT_DIFFERS 100")
                .noneMatch(one -> one.startsWith("CUT_OFF"));
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void checkpoints_signed_anew_by_another_key_do_not_pass(DataSource database) throws Exception {
        var office = office(database);
        var keys = office.keys.known();
        unguarded(
                office,
                "update ledger_checkpoint set signature = "
                        + "(select signature from ledger_checkpoint where size = 100)" + " where size = 300");
        try (var connection = office.database.getConnection()) {
            var report = new Verification(keys, own(office), step -> {}).of(new JdbcHistory(connection));
            assertThat(kinds(report)).containsExactly("SIGNATURE_WRONG 300");
        }
    }

    private static Recorded office(DataSource database) {
        return office(database, 0);
    }

    /** An office with 300 facts and three checkpoints of them, and some facts that it rolled back between. */
    private static Recorded office(DataSource database, int more) {
        var office = new Recorded(database, AppendOrder.LOCK, HashAlgorithm.SHA_256);
        for (var hundred = 0; hundred < 3; hundred++) {
            office.facts(50);
            rolledBack(office);
            office.facts(51);
            rolledBack(office);
            office.ledger.chain(100);
            office.checkpoints.make();
        }
        // what the hundreds left over
        office.jdbc
                .sql("delete from aggregate_event_entry where not exists"
                        + " (select 1 from fact_ledger l where l.global_index = aggregate_event_entry.global_index)")
                .update();
        return more == 0 ? office : office.facts(1);
    }

    private static void rolledBack(Recorded office) {
        office.transaction.executeWithoutResult(step -> {
            office.add("gone", 0);
            step.setRollbackOnly();
        });
    }

    private static void swap(Recorded office, long one, long other) {
        var first = index(office, one);
        var second = index(office, other);
        var move = "update aggregate_event_entry set global_index = %d where global_index = %d";
        office.jdbc.sql(move.formatted(1_000_000, first)).update();
        office.jdbc.sql(move.formatted(first, second)).update();
        office.jdbc.sql(move.formatted(second, 1_000_000)).update();
    }

    private static long index(Recorded office, long position) {
        return office.jdbc
                .sql("select global_index from fact_ledger where position = " + position)
                .query(Long.class)
                .single();
    }

    /** The ledger as somebody would make it who knows the product: every leaf, the chain and the tree anew. */
    private static void anew(Recorded office) {
        unguarded(office, "delete from fact_ledger");
        unguarded(office, "delete from fact_ledger_node");
        office.ledger.chainAll(100);
    }

    /** Past the guard of the database, as its owner can. */
    private static void unguarded(Recorded office, String change) {
        var postgres = Engine.of(office.database) == Engine.POSTGRESQL;
        var tables = List.of("fact_ledger", "fact_ledger_node", "ledger_checkpoint");
        tables.forEach(table -> office.jdbc
                .sql(
                        postgres
                                ? "alter table " + table + " disable trigger all"
                                : "drop trigger if exists " + table + "_grows")
                .update());
        office.jdbc.sql(change).update();
    }

    private static List<Section> own(Recorded office) {
        return office.checkpoints.latest(100).stream()
                .map(signed -> new Section(signed, 0, List.of()))
                .toList();
    }

    /** What an honest office had sent to a second place: each checkpoint with the leaves since the one before. */
    private static List<Section> sent(Recorded office) throws SQLException {
        try (var connection = office.database.getConnection()) {
            var leaves = new ArrayList<byte[]>();
            new JdbcHistory(connection).linesByPosition().forEachRemaining(line -> leaves.add(line.leaf()));
            var sections = new ArrayList<Section>();
            var from = 0L;
            for (var size : new long[] {100, 200, 300}) {
                sections.add(new Section(
                        office.checkpoints.of(size).orElseThrow(), from, List.copyOf(leaves.subList((int) from, (int)
                                size))));
                from = size;
            }
            return sections;
        }
    }

    private static Report check(Recorded office, List<Section> sent) throws SQLException {
        try (Connection connection = office.database.getConnection()) {
            var sections = new ArrayList<>(sent.isEmpty() ? own(office) : sent);
            return new Verification(office.keys.known(), sections, step -> {}).of(new JdbcHistory(connection));
        }
    }

    private static List<String> kinds(Report report) {
        return report.findings().stream()
                .map(one -> one.kind() + " " + one.position())
                .toList();
    }
}
