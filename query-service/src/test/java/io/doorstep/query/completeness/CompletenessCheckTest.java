package io.doorstep.query.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.events.cases.SupervisionOrdered;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.RandomLife;
import io.doorstep.query.asof.RowFault;
import io.doorstep.query.operations.ReadingHealth;
import io.doorstep.query.testing.ReadingSide;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Status;

/** 完整性核对。 */
class CompletenessCheckTest {

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void a_row_that_was_deleted_changed_or_slipped_in_by_hand_is_found(String url) {
        try (var node = ReadingSide.on(url)) {
            LongStream.range(0, 30).forEach(seed -> node.publish(RandomLife.of("r" + seed, seed)));
            node.publish(new Life("deleted").untilClosedOut())
                    .publish(new Life("forgotten").untilClosedOut())
                    .publish(new Life("changed").untilClosedOut());
            var check = node.bean(CompletenessCheck.class);
            var meters = node.bean(MeterRegistry.class);
            // idle segments write their progress down after a few seconds
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                var found = check.run();
                assertThat(found.cases()).isEqualTo(33);
                assertThat(found.items()).isEmpty();
                assertThat(found.faults()).isZero();
                assertThat(meters.get("doorstep.projection.lag.events").gauge().value())
                        .isZero();
            });
            assertThat(meters.get("doorstep.projection.lag.seconds").gauge().value())
                    .isZero();
            assertThat(meters.get("doorstep.deadletters").gauge().value()).isZero();
            assertThat(node.bean(ReadingHealth.class).health().getStatus()).isEqualTo(Status.UP);

            sql(node, "delete from case_state where case_id = 'deleted' and version = 7");
            sql(node, "delete from fact where case_id = 'forgotten' and sequence = 3");
            sql(node, "update case_state set title = 'another' where case_id = 'changed' and version = 1");
            sql(
                    node,
                    "insert into fact select 'surplus', sequence, type, revision, occurred_at, recorded_at,"
                            + " actor, roles, unit, late, import_id, payload from fact"
                            + " where case_id = 'changed' and sequence = 0");

            var found = check.run();
            assertThat(found.notYet()).isZero();
            assertThat(kinds(found, "deleted")).containsExactly(RowFault.Kind.MISSING);
            assertThat(kinds(found, "forgotten")).containsExactly(RowFault.Kind.MISSING);
            assertThat(kinds(found, "changed")).containsOnly(RowFault.Kind.DIFFERENT);
            assertThat(kinds(found, "surplus")).containsExactly(RowFault.Kind.SURPLUS);
            assertThat(found.faults()).isEqualTo(4);
            assertThat(meters.get("doorstep.completeness.faults").gauge().value())
                    .isEqualTo(4);

            var untouched = rows(node, "r1");
            var healed = check.heal();
            assertThat(healed.faults()).isEqualTo(4);
            assertThat(healed.healed()).isEqualTo(4);
            assertThat(check.run().faults()).isZero();
            assertThat(rows(node, "r1")).isEqualTo(untouched);
            assertThat(meters.get("doorstep.completeness.faults").gauge().value())
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void what_is_amiss_in_a_table_beside_is_named_and_healed_in_that_case_alone(String url) {
        try (var node = ReadingSide.on(url)) {
            for (var name : List.of("visited", "promised", "ordered", "returned", "reopened", "due", "other")) {
                node.publish(eventful(name));
            }
            var check = node.bean(CompletenessCheck.class);
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                var found = check.run();
                assertThat(found.cases()).isEqualTo(7);
                // what is wrong now is wrong for good, and not only read too late
                assertThat(node.bean(MeterRegistry.class)
                                .get("doorstep.projection.lag.events")
                                .gauge()
                                .value())
                        .isZero();
                assertThat(found.notYet()).isZero();
                assertThat(found.items()).isEmpty();
            });
            var other = allOf(node, "other");
            sql(node, "delete from visit where case_id = 'visited'");
            sql(node, "update visit set commitment_by = date '2030-01-01' where case_id = 'promised'");
            sql(node, "update supervision set answered_at = ends_at where case_id = 'ordered'");
            sql(node, "delete from assignment_return where case_id = 'returned' and n = 0");
            sql(node, "update past_closeout set resolved_at = null where case_id = 'reopened'");
            sql(node, "update duty set awaits_mark = false, last_day = date '2030-01-01' where case_id = 'due'");
            sql(
                    node,
                    "insert into duty select 'nobodys', clock, cycle, last_day, started_at, ends_at, known_since,"
                            + " awaits_mark from duty where case_id = 'other'");

            var found = check.run();
            assertThat(found.faults()).isEqualTo(7);
            assertThat(tables(found))
                    .containsExactlyInAnyOrder(
                            "visited: visit MISSING",
                            "promised: visit DIFFERENT",
                            "ordered: supervision DIFFERENT",
                            "returned: assignment_return MISSING",
                            "reopened: past_closeout DIFFERENT",
                            "due: duty DIFFERENT",
                            "nobodys: duty SURPLUS");
            var healed = check.heal();
            assertThat(healed.healed()).isEqualTo(7);
            assertThat(check.run().faults()).isZero();
            assertThat(allOf(node, "other")).isEqualTo(other);
        }
    }

    /** One of everything that stands beside a case. */
    private static Life eventful(String name) {
        var life = new Life(name);
        return life.untilClosedOut()
                .on(7, life.reopened(7, "REQUEST"))
                .on(8, life.returned(8, "u-town"))
                .on(9, life.assigned(9, "u-town"))
                .on(10, new SupervisionOrdered(name, Life.day(10), "COUNTY", LocalDate.of(2026, 4, 1), null))
                .on(11, life.visited(11, "v-" + name, "DOWN_VISIT"));
    }

    private static List<String> tables(Completeness found) {
        return found.items().stream()
                .flatMap(faulty ->
                        faulty.rows().stream().map(row -> faulty.caseId() + ": " + row.table() + " " + row.kind()))
                .distinct()
                .toList();
    }

    private static String allOf(ReadingSide node, String caseId) {
        return Stream.of("fact", "case_state", "duty", "visit", "supervision", "assignment_return", "past_closeout")
                .map(table -> node.jdbc()
                        .sql("select * from " + table + " where case_id = ?")
                        .param(caseId)
                        .query()
                        .listOfRows()
                        .size())
                .toList()
                .toString();
    }

    private static String rows(ReadingSide node, String caseId) {
        return node.jdbc()
                .sql(
                        "select version, title, occurred_from, occurred_to, recorded_from, recorded_to from case_state where case_id = ? order by recorded_from, occurred_from")
                .param(caseId)
                .query()
                .listOfRows()
                .toString();
    }

    private static void sql(ReadingSide node, String statement) {
        assertThat(node.jdbc().sql(statement).update()).isPositive();
    }

    private static List<RowFault.Kind> kinds(Completeness found, String caseId) {
        return found.items().stream()
                .filter(faulty -> faulty.caseId().equals(caseId))
                .flatMap(faulty -> faulty.rows().stream())
                .map(RowFault::kind)
                .toList();
    }
}
