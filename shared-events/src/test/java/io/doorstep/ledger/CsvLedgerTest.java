package io.doorstep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.ledger.UnreadableLedger.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLedgerTest {

    private static final String LEDGER = "编号,主题,金额\n1,村道积水三个月无人修,12\n2,\"拖欠工资，\n\"\"两个月\"\"\",\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16"})
    void Chinese_comes_out_of_every_character_set_an_office_uses(String charset) throws IOException {
        assertThat(read(LEDGER.getBytes(Charset.forName(charset))))
                .extracting(row -> row.cell(1).text())
                .containsExactly("主题", "村道积水三个月无人修", "拖欠工资，\n\"两个月\"");
    }

    @Test
    void A_byte_order_mark_is_no_part_of_the_first_heading() throws IOException {
        var rows = read(("\uFEFF" + LEDGER).getBytes(StandardCharsets.UTF_8));
        assertThat(rows.get(0).cell(0).text()).isEqualTo("编号");
    }

    @Test
    void Characters_beyond_GBK_are_read_from_GB18030() throws IOException {
        var rows = read("姓\n𠮷㑇\n王五的地\n".getBytes(Charset.forName("GB18030")));
        assertThat(rows.get(1).cell(0).text()).isEqualTo("𠮷㑇");
    }

    @Test
    void One_broken_character_does_not_turn_a_UTF8_file_into_nonsense() throws IOException {
        var text = "主题\n" + "村道积水三个月无人修\n".repeat(20);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = 'x';
        assertThat(read(bytes).get(1).cell(0).text()).isEqualTo("村道积水三个月无人修");
    }

    @Test
    void Lines_are_counted_as_an_editor_counts_them() throws IOException {
        var rows = read("a,b\n1,\"two\nlines\"\n\n3,4\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rows).extracting(LedgerRow::line).containsExactly(1L, 2L, 5L);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void The_separator_is_found_in_the_heading(String separator) throws IOException {
        var rows = read(("a" + separator + "b\n1" + separator + "x\n").getBytes(StandardCharsets.UTF_8));
        assertThat(rows.get(1).cell(1).text()).isEqualTo("x");
    }

    @Test
    void A_remark_above_the_heading_says_nothing_about_the_separator() throws IOException {
        var rows = read("# one; two; three\r\na,b\r\n1,x\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rows.get(2).cell(1).text()).isEqualTo("x");
    }

    @Test
    void Short_rows_are_blank_at_their_end_and_long_ones_are_kept_whole() throws IOException {
        var rows = read("a,b\n1\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rows.get(1).cell(1).isBlank()).isTrue();
        assertThat(rows.get(2).cell(2).text()).isEqualTo("3");
    }

    @Test
    void White_space_round_a_long_text_survives() throws IOException {
        var text = "\t\n\t\t" + "言".repeat(7_000) + "\n\t";
        var rows = read(("主题\n\"" + text + "\"\n").getBytes(StandardCharsets.UTF_8));
        assertThat(rows.get(1).cell(0).text()).isEqualTo(text);
    }

    @Test
    void An_empty_file_has_no_rows() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void A_workbook_of_old_is_refused_by_its_first_bytes() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        assertThatThrownBy(() -> read(old))
                .isInstanceOfSatisfying(
                        UnreadableLedger.class, e -> assertThat(e.reason()).isEqualTo(Reason.OLD_OR_LOCKED_WORKBOOK));
    }

    @Test
    void No_row_and_no_cell_shows_its_words_in_a_log() throws IOException {
        assertThat(read(LEDGER.getBytes(StandardCharsets.UTF_8)).toString()).doesNotContain("积水");
        assertThat(new LedgerCell.Text("积水").toString()).doesNotContain("积水");
    }

    @Test
    void An_upload_is_read_without_a_name() {
        try (var sheet = LedgerReader.open(new ByteArrayInputStream(LEDGER.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(sheet.rows().count()).isEqualTo(3);
        }
    }

    private List<LedgerRow> read(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("ledger"), bytes);
        try (var sheet = LedgerReader.open(file)) {
            return sheet.rows().toList();
        }
    }
}
