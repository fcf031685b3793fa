package io.doorstep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.ledger.UnreadableLedger.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxLedgerTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"yyyy-mm-dd hh:mm:ss", "yyyy/m/d h:mm", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy-mm-dd", "m/d/yy h:mm"})
    void A_true_date_is_told_from_a_text_and_a_number(String format) throws IOException {
        var at = LocalDateTime.of(2019, 2, 28, 11, 25, 5);
        var row = read(sheet -> {
                    sheet.value(0, 0, at);
                    sheet.style(0, 0).format(format).set();
                    sheet.value(0, 1, "2019/2/28 11:25:05");
                    sheet.value(0, 2, 188006);
                })
                .get(0);
        assertThat(row.cells())
                .containsExactly(
                        new LedgerCell.Moment(at),
                        new LedgerCell.Text("2019/2/28 11:25:05"),
                        new LedgerCell.Numeric(new BigDecimal("188006")));
        assertThat(row.cell(2).text()).isEqualTo("188006");
    }

    @ParameterizedTest
    @CsvSource({"0.00", "#,##0", "0.00_ ", "[Red]0", "\"daily\" 0", "General"})
    void A_number_stays_a_number_whatever_its_colour(String format) throws IOException {
        var row = read(sheet -> {
                    sheet.value(0, 0, 43_524.5);
                    sheet.style(0, 0).format(format).set();
                })
                .get(0);
        assertThat(row.cell(0)).isInstanceOf(LedgerCell.Numeric.class);
    }

    @Test
    void Early_days_are_what_Excel_shows() {
        assertThat(ExcelDates.moment(BigDecimal.ONE, false).text()).isEqualTo("1900-01-01");
        assertThat(ExcelDates.moment(BigDecimal.valueOf(61), false).text()).isEqualTo("1900-03-01");
        assertThat(ExcelDates.moment(BigDecimal.ZERO, true).text()).isEqualTo("1904-01-01");
        assertThat(ExcelDates.moment(BigDecimal.valueOf(-1), false)).isInstanceOf(LedgerCell.Numeric.class);
    }

    @Test
    void Long_texts_keep_the_white_space_round_them_and_the_carriage_returns_within() throws IOException {
        var text = "\n\t\t\t" + "言".repeat(3_500) + "\n\t\t" + "路".repeat(3_500) + "\n\t";
        var rows = read(sheet -> {
            sheet.value(0, 0, text);
            sheet.inlineString(0, 1, text);
            sheet.value(0, 2, "一_x000D_\n二_x005F_x0041_");
        });
        assertThat(rows.get(0).cell(0).text()).isEqualTo(text);
        assertThat(rows.get(0).cell(1).text()).isEqualTo(text);
        assertThat(rows.get(0).cell(2).text()).isEqualTo("一\r\n二_x0041_");
    }

    @Test
    void Rows_carry_the_number_that_Excel_shows_and_gaps_are_blank() throws IOException {
        var rows = read(sheet -> {
            sheet.value(0, 0, "a");
            sheet.value(4, 2, "b");
        });
        var last = rows.get(rows.size() - 1);
        assertThat(last.line()).isEqualTo(5);
        assertThat(last.cell(0)).isEqualTo(new LedgerCell.Blank());
        assertThat(last.cell(2).text()).isEqualTo("b");
    }

    @Test
    void A_sheet_is_opened_by_name_or_named_as_missing() throws IOException {
        var file = write(sheet -> sheet.value(0, 0, "a"));
        try (var sheet = LedgerReader.open(file, "台账")) {
            assertThat(sheet.rows()).hasSize(1);
        }
        assertThatThrownBy(() -> LedgerReader.open(file, "another"))
                .isInstanceOfSatisfying(
                        UnreadableLedger.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_SHEET));
    }

    @Test
    void A_torn_workbook_is_unreadable_and_says_nothing_of_its_content() throws IOException {
        var whole = Files.readAllBytes(write(sheet -> sheet.value(0, 0, "王五")));
        var torn = Files.write(folder.resolve("torn.xlsx"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> LedgerReader.open(torn))
                .isInstanceOf(UnreadableLedger.class)
                .hasMessage("UNREADABLE_FILE");
    }

    @Test
    void A_workbook_that_unpacks_to_far_too_much_is_refused_before_it_is_read() throws IOException {
        var file = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            for (var i = 0L; i <= Unpacked.MOST_BYTES; i += 1024 * 1024) {
                zip.write(new byte[1024 * 1024]);
            }
        }
        assertThatThrownBy(() -> LedgerReader.open(file))
                .isInstanceOf(UnreadableLedger.class)
                .hasMessage("UNPACKS_TO_TOO_MUCH");
    }

    @Test
    void Rows_are_pulled_one_by_one() throws IOException {
        var file = write(sheet -> {
            for (int row = 0; row < 100_000; row++) {
                sheet.inlineString(row, 0, "第" + row + "件");
                flushNowAndThen(sheet, row);
            }
        });
        try (var sheet = LedgerReader.open(file)) {
            assertThat(sheet.rows().mapToLong(LedgerRow::line).max()).hasValue(100_000);
        }
    }

    private static void flushNowAndThen(Worksheet sheet, int row) {
        try {
            if (row % 1_000 == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<LedgerRow> read(Consumer<Worksheet> content) throws IOException {
        try (var sheet = LedgerReader.open(write(content))) {
            return sheet.rows().toList();
        }
    }

    private Path write(Consumer<Worksheet> content) throws IOException {
        var file = folder.resolve("ledger.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "Doorstep", "1.0")) {
            content.accept(workbook.newWorksheet("台账"));
        }
        return file;
    }
}
