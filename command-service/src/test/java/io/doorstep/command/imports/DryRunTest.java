package io.doorstep.command.imports;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.doorstep.ledger.LedgerCell;
import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.kept.FailedRows;
import io.doorstep.ledger.kept.KeptMappings;
import io.doorstep.web.Named;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 试导入与未导入的行，在真实数据库上。 */
class DryRunTest {

    private static final String BOTH = "io.doorstep.command.testing.CommandSide#databases";

    private static final String MAPPING = """
            {"source": "登记簿", "zone": "Asia/Shanghai", "dateFormats": ["yyyy-MM-dd"],
             "columns": {"id": "编号", "reportedAt": "时间", "title": "事项", "petitioner.name": "姓名", "unit": "单位"},
             "constants": {"kind": "PETITION", "channel": "LETTER", "category": "01", "place": "430525"},
             "codes": {"unit": {"国土局": "u-land"}}}
            """;
    private static final String HEADINGS = "编号,时间,事项,姓名,单位\n";
    private static final String MIXED = HEADINGS
            + "1,2010-03-01,修路,张三,国土局\n"
            + "2,昨天,修桥,李四,国土局\n"
            + "3,2010-03-03,用水,王五,水利局\n"
            + "1,2010-03-01,修路,张三,国土局\n"
            + "1,2010-03-09,别的事,赵六,国土局\n";

    @ParameterizedTest
    @MethodSource(BOTH)
    void A_dry_run_says_what_an_import_would_and_leaves_no_case(String database) {
        try (var office = new ImportOffice(database).furnished()) {
            var dry = office.rehearse(MAPPING, MIXED);
            assertThat(office.ended(dry)).containsExactly("DONE", 5L, 1L, 1L, 3L, 0L);
            assertThat(office.row(dry))
                    .containsEntry("dry_run", true)
                    .containsEntry("rows_total", 5L)
                    .doesNotContainEntry("kept_until", null);
            assertThat(office.count("select count(*) from aggregate_event_entry"))
                    .isZero();
            assertThat(office.count("select count(*) from command_receipt")).isZero();
            assertThat(office.count("select count(*) from case_number")).isZero();
            assertThat(office.count("select count(*) from vault.subject_key where key_id not like 'import%'"))
                    .as("the key of the hashes")
                    .isEqualTo(1);
            assertThat(office.bean(MeterRegistry.class)
                            .find("doorstep.import.rows")
                            .counters())
                    .isEmpty();

            var real = office.start(dry);
            assertThat(office.ended(real)).containsExactly("DONE", 5L, 1L, 1L, 3L, 0L);
            assertThat(office.problems(real)).isEqualTo(office.problems(dry));
            assertThat(office.facts("CaseReported")).hasSize(1);
            assertThat(office.row(dry)).containsEntry("started_as", real);
            assertThat(office.start(dry)).as("there is one of each").isEqualTo(real);
            assertThat(office.count("select count(*) from ledger_import_part")).isZero();

            // against what is on record, other content under the same number is told apart from the same
            var again = office.rehearse(MAPPING, HEADINGS + "1,2010-03-01,修路,张三,国土局\n");
            assertThat(office.ended(again)).containsExactly("DONE", 1L, 0L, 1L, 0L, 0L);
            var other = office.rehearse(MAPPING, HEADINGS + "1,2010-03-01,修庙,张三,国土局\n");
            assertThat(office.ended(other)).containsExactly("DONE", 1L, 0L, 0L, 1L, 0L);
            assertThat(office.problems(other)).containsExactly("2 id CHANGED_SINCE_IMPORT ERROR");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void A_dry_run_that_was_stopped_goes_on_and_knows_the_rows_before(String database) {
        var rows = IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> i + ",2010-03-01,甲" + i + ",,\n")
                .collect(Collectors.joining());
        String id;
        try (var office = new ImportOffice(database).furnished()) {
            id = office.rehearse(MAPPING, HEADINGS + rows + rows);
            await().atMost(60, SECONDS).until(() -> office.count("select done from ledger_import") >= 200);
        }
        try (var office = new ImportOffice(database)) {
            assertThat(office.ended(id)).containsExactly("DONE", 2_000L, 1_000L, 1_000L, 0L, 0L);
            assertThat(office.count("select count(*) from aggregate_event_entry"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void The_rows_that_failed_are_kept_as_they_stand_until_their_time_is_over(String database) {
        try (var office = new ImportOffice(database).furnished()) {
            var id = office.take(MAPPING, MIXED);
            office.ended(id);
            var kept = office.bean(FailedRows.class).find(id).orElseThrow();
            assertThat(texts(kept.headings())).containsExactly("编号", "时间", "事项", "姓名", "单位");
            assertThat(kept.rows())
                    .extracting(LedgerRow::line, DryRunTest::texts)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(3L, List.of("2", "昨天", "修桥", "李四", "国土局")),
                            org.assertj.core.groups.Tuple.tuple(4L, List.of("3", "2010-03-03", "用水", "王五", "水利局")),
                            org.assertj.core.groups.Tuple.tuple(6L, List.of("1", "2010-03-09", "别的事", "赵六", "国土局")));
            assertThat(office.count("select count(*) from ledger_import_part")).isZero();
            assertThat(office.bean(KeptMappings.class).find(id)).contains(MAPPING);

            office.execute("update ledger_import set kept_until = current_timestamp - interval '1' second");
            await().atMost(20, SECONDS).until(() -> office.count("select count(*) from ledger_import_failed_row") == 0);
            assertThat(office.bean(FailedRows.class).find(id)).isEmpty();
            assertThat(office.count("select count(*) from vault.subject_key where key_id like 'import-rows:%'"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void Nothing_is_kept_of_rows_that_came_in(String database) {
        try (var office = new ImportOffice(database).furnished()) {
            var id = office.take(MAPPING, HEADINGS + "1,2010-03-01,修路,张三,国土局\n");
            assertThat(office.ended(id)).containsExactly("DONE", 1L, 1L, 0L, 0L, 0L);
            assertThat(office.row(id)).containsEntry("kept_until", null);
            assertThat(office.count("select count(*) from ledger_import_failed_row"))
                    .isZero();
            assertThat(office.count("select count(*) from vault.subject_key where key_id like 'import-rows:%'"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void Only_a_dry_run_that_is_done_and_still_kept_can_be_started(String database) {
        try (var office = new ImportOffice(database).furnished()) {
            var real = office.take(MAPPING, MIXED);
            office.ended(real);
            refused(office, real, "NOT_A_DRY_RUN");
            refused(office, "another", "NOT_FOUND");
            var dry = office.rehearse(MAPPING, MIXED);
            office.ended(dry);
            office.execute("update ledger_import set kept_until = current_timestamp - interval '1' second");
            refused(office, dry, "LEDGER_NO_LONGER_KEPT");
        }
    }

    private static void refused(ImportOffice office, String importId, String code) {
        assertThatThrownBy(() -> office.start(importId))
                .isInstanceOfSatisfying(Named.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static List<String> texts(LedgerRow row) {
        return Stream.ofNullable(row)
                .flatMap(it -> it.cells().stream())
                .map(LedgerCell::text)
                .toList();
    }
}
