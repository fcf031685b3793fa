package io.doorstep.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class ExportTest {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "－1"})
    void a_formula_becomes_plain_text_in_both_formats(String evil) throws IOException {
        assertThat(csv(Stream.of(row(evil)))).isEqualTo("\uFEFF列\r\n" + quoted("'" + evil) + "\r\n");
        // XML folds a carriage return into a line feed, so only the start is compared
        assertThat(xlsx(Stream.of(row(evil))).get(1).getCellText(0))
                .startsWith("'")
                .hasSize(evil.length() + 1);
    }

    @Test
    void csv_quotes_what_it_must_and_writes_moments_in_local_time() throws IOException {
        var written = csv(Stream.of(
                row("甲,乙"),
                row("说\"好\""),
                row("一\r\n二"),
                row(Instant.parse("2026-03-02T16:30:00.123456Z")),
                row(LocalDate.of(2026, 3, 2)),
                row(-3),
                row(new BigDecimal("68.09")),
                row((Object) null)));

        assertThat(written).isEqualTo("""
                \uFEFF列
                "甲,乙"
                "说""好""\"
                "一
                二"
                2026-03-03 00:30:00
                2026-03-02
                -3
                68.09

                """.replace("\n", "\r\n"));
    }

    @Test
    void xlsx_keeps_numbers_dates_and_moments_as_such() throws IOException {
        var rows = xlsx(Stream.of(
                row(-3),
                row(LocalDate.of(2026, 3, 2)),
                row(Instant.parse("2026-03-02T16:30:00Z")),
                row(LocalDate.of(1900, 1, 1)),
                row("控\u0001制"),
                row((Object) null)));

        assertThat(rows.get(1).getCellAsNumber(0)).contains(new BigDecimal(-3));
        assertThat(rows.get(2).getCellAsDate(0)).contains(LocalDateTime.of(2026, 3, 2, 0, 0));
        assertThat(rows.get(3).getCellAsDate(0)).contains(LocalDateTime.of(2026, 3, 3, 0, 30));
        assertThat(rows.get(4).getCellText(0)).isEqualTo("1900-01-01");
        assertThat(rows.get(5).getCellText(0)).startsWith("控").endsWith("制");
    }

    @Test
    void thousands_of_rows_arrive_in_order() throws IOException {
        var rows = xlsx(IntStream.range(0, 5_000).mapToObj(i -> row(i)));

        assertThat(rows).hasSize(5_001);
        assertThat(rows.get(5_000).getCellAsNumber(0)).contains(new BigDecimal(4_999));
    }

    @Test
    void the_file_has_a_name_for_old_programs_and_one_in_chinese() throws IOException {
        var response = new MockHttpServletResponse();
        var closed = new boolean[1];
        var rows = Stream.of(row("x")).onClose(() -> closed[0] = true);

        new Exports(OFFICE)
                .send(response, "csv", new Table("问题清单", List.of("列"), rows), "problems", LocalDate.of(2026, 3, 2));

        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"problems-2026-03-02.csv\"; "
                        + "filename*=UTF-8''%E9%97%AE%E9%A2%98%E6%B8%85%E5%8D%95-2026-03-02.csv");
        assertThat(closed[0]).isTrue();
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static String quoted(String text) {
        return text.contains("\r") || text.contains("\n") ? "\"" + text + "\"" : text;
    }

    private static String csv(Stream<List<@Nullable Object>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        new CsvExport(OFFICE).write(out, new Table("表", List.of("列"), rows));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Row> xlsx(Stream<List<@Nullable Object>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        new XlsxExport(OFFICE).write(out, new Table("表", List.of("列"), rows));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return book.getFirstSheet().read();
        }
    }
}
