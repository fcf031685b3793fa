package io.doorstep.query.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.ledger.LedgerCell;
import io.doorstep.ledger.LedgerReader;
import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.kept.FailedRows;
import io.doorstep.ledger.kept.KeptMappings;
import io.doorstep.query.pages.Office;
import io.doorstep.terms.Role;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletResponse;

class FailedRowsPageTest {

    private static final LocalDateTime AT = LocalDateTime.of(2019, 2, 28, 11, 25, 6);
    private static final String MAPPING = """
            {"source": "登记簿", "sheet": "登记", "charset": "GBK", "zone": "Asia/Shanghai",
             "dateFormats": ["d/M/yyyy", "yyyy年M月d日 H:mm:ss"],
             "columns": {"id": "编号", "reportedAt": "时间", "title": "事项"}}
            """;

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void The_failed_rows_come_back_with_what_is_wrong_beside_them(DataSource database) {
        try (var office = office(database)) {
            var csv = office.ask(Locale.SIMPLIFIED_CHINESE, "/api/imports/i-1/failed-rows.csv");
            assertThat(csv.getStatus()).isEqualTo(200);
            assertThat(csv.getHeader("Cache-Control")).isEqualTo("no-store");
            assertThat(csv.getHeader("Content-Disposition"))
                    .contains("to-mend.csv", "%E5%BE%85%E6%94%B9%E6%AD%A3-%E7%99%BB%E8%AE%B0%E7%B0%BF-2019.csv");
            assertThat(Office.body(csv)).isEqualTo("""
                    \uFEFF编号,时间,事项,需改正之处（导入时不读此栏）\r
                    188006,2019年2月28日 11:25:06,,事项：必填。\r
                    '-2,昨天,修桥,时间：日期不符合对照表中的任何一种格式。 整行：系统出现意外错误，此行未导入。\r
                    """);

            // the file is read again with the very mapping, whatever charset that names
            assertThat(read(csv, null, Charset.forName("GBK")).get(2).cell(0).text())
                    .isEqualTo("-2");
            var rows = read(office.ask("/api/imports/i-1/failed-rows.xlsx"), "登记", null);
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).cell(3).text()).isEqualTo("To be mended (not read on import)");
            assertThat(rows.get(1).cells().subList(0, 3))
                    .containsExactly(
                            new LedgerCell.Numeric(new BigDecimal("188006")),
                            new LedgerCell.Moment(AT),
                            new LedgerCell.Blank());
            assertThat(rows.get(1).cell(3).text()).isEqualTo("事项: Required.");

            assertThat(office.reading()
                            .jdbc()
                            .sql("select actor, case_id, what, purpose from access_log")
                            .query((row, n) ->
                                    List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                            .list())
                    .hasSize(2)
                    .containsOnly(List.of("officer", "import:i-1", "LEDGER_ROWS", "failed-rows"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void Only_who_may_import_gets_them_and_only_while_they_are_kept(DataSource database) {
        try (var office = office(database)) {
            office.as(Actor.of("boss", null, Role.SUPERVISOR));
            assertThat(office.ask("/api/imports/i-1/failed-rows.csv").getStatus())
                    .isEqualTo(403);
            office.as(Actor.of("admin", null, Role.ADMINISTRATOR));
            assertThat(office.ask("/api/imports/i-2/failed-rows.csv").getStatus())
                    .isEqualTo(404);
            assertThat(office.ask("/api/imports/i-1/failed-rows.exe").getStatus())
                    .isEqualTo(404);
            office.reading()
                    .jdbc()
                    .sql("update ledger_import set kept_until = null")
                    .update();
            var gone = office.ask("/api/imports/i-1/failed-rows.csv");
            assertThat(gone.getStatus()).isEqualTo(410);
            assertThat(Office.problem(gone).get("code").stringValue()).isEqualTo("FAILED_ROWS_NO_LONGER_KEPT");
            assertThat(office.reading()
                            .jdbc()
                            .sql("select count(*) from access_log")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static Office office(DataSource database) {
        var office = new Office(database);
        var jdbc = office.reading().jdbc();
        jdbc.sql("""
                        insert into ledger_import
                            (import_id, source, content_hash, state, rows_read, done, skipped, failed, warned, next_line,
                             busy_millis, requested_by, requested_roles, requested_at, kept_until)
                        values ('i-1', '登记簿/2019', 'h', 'DONE', 9, 7, 0, 2, 0, 10, 500, 'officer', '',
                             timestamp with time zone '2026-03-02 09:00:00+08:00',
                             timestamp with time zone '2026-03-16 09:00:00+08:00')
                        """).update();
        jdbc.sql("""
                        insert into ledger_import_problem (import_id, line, ordinal, field, code, arguments, severity)
                        values ('i-1', 3, 0, 'title', 'REQUIRED', '[]', 'ERROR'),
                               ('i-1', 5, 0, 'petitioner.phone', 'PHONE', '[]', 'WARNING'),
                               ('i-1', 7, 0, 'reportedAt', 'UNREADABLE_DATE', '[]', 'ERROR'),
                               ('i-1', 7, 1, 'row', 'UNFORESEEN', '[]', 'ERROR')
                        """).update();
        var headings = row(1, text("编号"), text("时间"), text("事项"), text("To be mended (not read on import)"));
        new KeptMappings(jdbc, office.vault()).keep("i-1", headings, MAPPING);
        var rows = new FailedRows(jdbc, office.vault());
        rows.begin("i-1", headings);
        rows.add(
                "i-1",
                List.of(
                        row(3, new LedgerCell.Numeric(new BigDecimal("188006")), new LedgerCell.Moment(AT)),
                        row(7, text("-2"), text("昨天"), text("修桥"), text("old words"))));
        return office;
    }

    private static List<LedgerRow> read(MockHttpServletResponse file, @Nullable String sheet, @Nullable Charset known) {
        try (var rows = LedgerReader.open(file.getContentAsByteArray(), sheet, known)) {
            return rows.rows().toList();
        }
    }

    private static LedgerRow row(long line, LedgerCell... cells) {
        return new LedgerRow(line, List.of(cells));
    }

    private static LedgerCell text(String text) {
        return new LedgerCell.Text(text);
    }
}
