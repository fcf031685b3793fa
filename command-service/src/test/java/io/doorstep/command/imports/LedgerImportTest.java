package io.doorstep.command.imports;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 台账导入，在真实数据库上。 */
class LedgerImportTest {

    private static final String BOTH = "io.doorstep.command.testing.CommandSide#databases";

    private static final String MAPPING = """
            {"source": "%s", "zone": "Asia/Shanghai", "dateFormats": ["yyyy/M/d H:mm:ss", "yyyy-MM-dd"],
             "columns": {"id": "编号", "reportedAt": "登记时间", "title": "事项", "statement": "诉求",
                         "petitioner.name": "姓名", "petitioner.phone": "电话", "channel": "渠道",
                         "unit": "责任单位", "due": "期限", "resolvedAt": "办结时间", "resolution": "办理情况"},
             "constants": {"kind": "PETITION", "channel": "LETTER", "category": "01", "place": "430525"},
             "codes": {"channel": {"来访": "VISIT", "电话": "PHONE", "*": "LETTER"},
                       "unit": {"国土局": "u-land", "自然资源局": "u-land"}}}
            """;

    private static final String HEADINGS = "编号,登记时间,事项,诉求,姓名,电话,渠道,责任单位,期限,办结时间,办理情况\n";

    private static final String GOOD = HEADINGS
            + "1,2010/3/2 9:05:00,修路,\"\n\t\t请修\r\n\t路 \",张三,0739-7222222,来访,国土局,2010/4/1 0:00:00,2010/3/20 17:00:00,已修好\n"
            + "2,2010-03-03,用水,,,,网上,,,,\n";

    @ParameterizedTest
    @MethodSource(BOTH)
    void A_ledger_comes_in_with_its_own_dates_and_only_once(String database) {
        try (var office = new ImportOffice(database).furnished()) {
            var mapping = MAPPING.formatted("信访登记簿");

            var first = office.take(mapping, GOOD);
            assertThat(office.ended(first)).containsExactly("DONE", 2L, 2L, 0L, 0L, 0L);
            assertThat(office.facts("CaseReported"))
                    .hasSize(2)
                    .anySatisfy(json -> assertThat(json)
                            .contains("2010-03-02T01:05:00Z", "\"VISIT\"", "430525-2010-000001")
                            .doesNotContain("张三", "7222222"))
                    .anySatisfy(json -> assertThat(json).contains("2010-03-02T16:00:00Z", "\"LETTER\""));
            assertThat(office.facts("CaseAssigned"))
                    .singleElement()
                    .asString()
                    .contains("2010-03-02T01:05:00Z", "u-land", "2010-04-01");
            assertThat(office.facts("CaseResolved"))
                    .singleElement()
                    .asString()
                    .contains("2010-03-20T09:00:00Z", "EXPLAINED", "SETTLED");
            assertThat(office.count("select count(*) from ledger_import_part")).isZero();
            assertThat(office.count("select count(*) from vault.subject_key where key_id like 'import:%'"))
                    .isZero();

            // the same content in another charset and another file
            var gbk = office.take(mapping, "洞口县信访局台账\n" + GOOD, Charset.forName("GBK"));
            assertThat(office.ended(gbk)).containsExactly("DONE", 2L, 0L, 2L, 0L, 0L);
            var bom = office.take(mapping, "\uFEFF" + GOOD);
            assertThat(office.ended(bom)).containsExactly("DONE", 2L, 0L, 2L, 0L, 0L);
            assertThat(office.count("select count(*) from aggregate_event_entry"))
                    .isEqualTo(4);

            var changed =
                    office.take(mapping, GOOD.replace("修路", "修桥") + "3,2010-03-04,一,,,,,,,,\n3,2010-03-04,二,,,,,,,,\n");
            assertThat(office.ended(changed)).containsExactly("DONE", 4L, 1L, 1L, 2L, 0L);
            assertThat(office.problems(changed))
                    .containsExactly("2 id CHANGED_SINCE_IMPORT ERROR", "7 id DUPLICATE_ID ERROR");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void Bad_rows_are_named_and_stop_nothing(String database) throws IOException {
        try (var office = new ImportOffice(database).furnished()) {
            var csv = HEADINGS
                    + "1,昨天,,,,,来访,水利局,,,\n"
                    + "2,2010-02-30,修路,,,,来访,,,,\n"
                    + "3,2010-03-01,修路,,张三,不详,来访,,,1900-01-01,\n"
                    + "4,2999-01-01,修路,,,,来访,,,,\n"
                    + "5,2010-03-01,修路,,,,来访,,,2010-03-01,\n";
            var id = office.take(MAPPING.formatted("坏行"), csv);
            assertThat(office.ended(id)).containsExactly("DONE", 5L, 2L, 0L, 3L, 1L);
            assertThat(office.problems(id))
                    .containsExactly(
                            "2 reportedAt UNREADABLE_DATE ERROR",
                            "2 title REQUIRED ERROR",
                            "2 unit UNKNOWN_CODE ERROR",
                            "3 reportedAt UNREADABLE_DATE ERROR",
                            "4 resolvedAt RESOLVED_BEFORE_REPORTED WARNING",
                            "4 petitioner.phone PHONE WARNING",
                            "5 reportedAt AHEAD_OF_TIME ERROR");
            assertThat(office.facts("CaseResolved")).hasSize(1);

            // mended, the bad rows come in; the good ones stay as they are
            var mended = office.take(MAPPING.formatted("坏行"), csv.replace("2010-02-30", "2010-02-28"));
            assertThat(office.ended(mended)).containsExactly("DONE", 5L, 1L, 2L, 2L, 0L);

            var torn = office.take(MAPPING.formatted("表"), workbook());
            assertThat(office.ended(torn)).containsExactly("DONE", 2L, 2L, 0L, 0L, 0L);
            assertThat(office.facts("CaseReported"))
                    .anySatisfy(json -> assertThat(json).contains("2019-02-28T03:25:05Z"))
                    .anySatisfy(json -> assertThat(json).contains("2019-02-28T03:25:06Z"));
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void A_row_that_cannot_be_kept_does_not_poison_its_batch(String database) {
        try (var office = new ImportOffice(database).furnished()) {
            var mapping = MAPPING.formatted("毒");
            office.ended(office.take(mapping, HEADINGS + "1,2010-03-01,甲,,,,,,,,\n"));
            // without its receipt the case looks new, and collides with itself only when its facts are appended
            assertThat(office.execute("delete from command_receipt")).isEqualTo(1);

            var id = office.take(mapping, HEADINGS + rows(1, 30));
            assertThat(office.ended(id)).containsExactly("DONE", 30L, 29L, 0L, 1L, 0L);
            assertThat(office.problems(id)).containsExactly("2 row UNFORESEEN ERROR");
            assertThat(office.count("select count(*) from aggregate_event_entry"))
                    .isEqualTo(30);
            assertThat(office.count("select max(last_given) from case_number")).isEqualTo(30);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void An_import_that_was_stopped_goes_on_where_it_was_on_another_node(String database) {
        var all = 3_000;
        String id;
        try (var office = new ImportOffice(database).furnished()) {
            id = office.take(MAPPING.formatted("长"), HEADINGS + rows(1, all));
            await().atMost(60, SECONDS).until(() -> office.count("select done from ledger_import") >= 300);
        }
        try (var office = new ImportOffice(database, "doorstep.imports.enabled=false")) {
            assertThat(office.row(id).get("state")).isEqualTo("RUNNING");
            // as if another node had died with the import in its hands
            office.execute(
                    "update ledger_import set lease_owner = 'dead', lease_until = current_timestamp + interval '2' second");
        }
        try (var office = new ImportOffice(database)) {
            assertThat(office.ended(id)).containsExactly("DONE", (long) all, (long) all, 0L, 0L, 0L);
            assertThat(office.count("select count(*) from aggregate_event_entry"))
                    .isEqualTo(all);
            assertThat(office.count("select count(distinct aggregate_identifier) from aggregate_event_entry"))
                    .isEqualTo(all);
            assertThat(office.count("select last_given from case_number")).isEqualTo(all);
        }
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> i + ",2010-03-01,甲,诉求" + i + ",,,,,,,\n")
                .collect(Collectors.joining());
    }

    /** One time as text and one true date, as ledgers mix them. */
    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("台账");
            var headings = HEADINGS.strip().split(",", -1);
            for (var i = 0; i < headings.length; i++) {
                sheet.value(0, i, headings[i]);
            }
            for (var row = 1; row <= 2; row++) {
                sheet.value(row, 0, 188_000 + row);
                sheet.value(row, 2, "噪音");
            }
            sheet.value(1, 1, "2019/2/28 11:25:05");
            sheet.value(2, 1, LocalDateTime.of(2019, 2, 28, 11, 25, 6));
            sheet.style(2, 1).format("yyyy-mm-dd hh:mm:ss").set();
        }
        return bytes.toByteArray();
    }
}
