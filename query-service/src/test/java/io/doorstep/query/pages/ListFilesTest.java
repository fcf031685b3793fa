package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseReported;
import io.doorstep.query.asof.Life;
import io.doorstep.testing.Databases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 清单文件。 The lists as a spreadsheet sees them. */
class ListFilesTest {

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_workbook_holds_the_whole_list_in_the_readers_language(javax.sql.DataSource database) throws IOException {
        try (var office = new Office(database)) {
            IntStream.range(0, 1_203)
                    .mapToObj(i -> new Life("c" + i))
                    .forEach(life -> office.read(life.on(0, life.reported(0))));

            var response = office.ask(Locale.SIMPLIFIED_CHINESE, "/api/lists/problems.xlsx?sort=number");

            assertThat(response.getContentType())
                    .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            assertThat(response.getHeader("Content-Disposition"))
                    .startsWith("attachment; filename=\"problems-2026-04-01.xlsx\"; filename*=UTF-8''%E9%97%AE");
            try (var book = new ReadableWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
                var rows = book.getFirstSheet().read();
                assertThat(rows).hasSize(1_204);
                assertThat(rows.get(0).getCellText(0)).isEqualTo("编号");
                assertThat(rows.get(0).getCellText(1)).isEqualTo("渠道");
                assertThat(rows.get(1).getCellText(0)).isEqualTo("430525-2026-c0");
                assertThat(rows.get(1).getCellText(1)).isEqualTo("来访");
                assertThat(rows.get(1).getCellAsNumber(9)).contains(BigDecimal.ONE);
                assertThat(rows.get(1).getCellAsDate(13)).contains(LocalDateTime.of(2026, 3, 2, 9, 0));
            }
        }
    }

    @Test
    void every_list_comes_as_csv_with_its_filter() {
        try (var office = new Office(Databases.h2())) {
            office.read(new Life("c1").untilClosedOut());
            var open = new Life("c2");
            office.read(open.on(0, open.reported(0)).on(1, open.assigned(1, "u-town")));

            assertThat(csv(office, "problems")).hasSize(2).first().asString().startsWith("\uFEFFNumber,Channel,Place");
            assertThat(csv(office, "problems?kind=DISPUTE")).hasSize(1);
            assertThat(csv(office, "assignments")).hasSize(2).last().asString().contains("430525-2026-c2,u-town");
            assertThat(csv(office, "closeouts")).hasSize(2).last().asString().contains("Closed out");
            assertThat(csv(office, "closeouts?state=WAITING_REVISIT")).hasSize(1);
            assertThat(csv(office, "problems?at=2026-03-03T00:00:00Z")).hasSize(3);
        }
    }

    @Test
    void a_title_that_looks_like_a_formula_stays_text() {
        try (var office = new Office(Databases.h2())) {
            var life = new Life("c1");
            var report = life.reported(0);
            office.read(life.on(
                    0,
                    new CaseReported(
                            "c1",
                            day(0),
                            report.number(),
                            report.kind(),
                            report.channel(),
                            report.category(),
                            report.place(),
                            "=HYPERLINK(\"http://x\")",
                            null,
                            List.of(),
                            1,
                            List.of(),
                            null,
                            "national-1")));

            assertThat(csv(office, "problems").get(1)).contains(",\"'=HYPERLINK(\"\"http://x\"\")\",");
        }
    }

    private static List<String> csv(Office office, String list) {
        var parts = list.split("\\?", 2);
        var address = "/api/lists/" + parts[0] + ".csv" + (parts.length > 1 ? "?" + parts[1] : "");
        return Office.body(office.ask(address)).lines().toList();
    }
}
