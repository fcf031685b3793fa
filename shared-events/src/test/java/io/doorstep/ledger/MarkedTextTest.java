package io.doorstep.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 我们导出的文件再读回来。 */
class MarkedTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"'-, -", "'=1+1, =1+1", "'＋86, ＋86", "'tis, 'tis", "', '"})
    void The_apostrophe_that_guards_against_formulas_is_no_part_of_the_text(String written, String meant) {
        assertThat(first(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .containsExactly(meant);
    }

    @Test
    void A_byte_order_mark_knows_better_than_a_mapping() {
        assertThat(first("\uFEFF编号,主题".getBytes(StandardCharsets.UTF_8), Charset.forName("GBK")))
                .containsExactly("编号", "主题");
    }

    @Test
    void An_outline_tells_a_text_and_its_charset() {
        var outline = LedgerReader.outline("编号,主题,村道积水".getBytes(Charset.forName("GBK")));
        assertThat(outline).isEqualTo(new LedgerReader.Outline(List.of(), Charset.forName("GB18030")));
    }

    private static List<String> first(byte[] csv, Charset known) {
        try (var sheet = LedgerReader.open(csv, null, known)) {
            return sheet.rows().findFirst().orElseThrow().cells().stream()
                    .map(LedgerCell::text)
                    .toList();
        }
    }
}
