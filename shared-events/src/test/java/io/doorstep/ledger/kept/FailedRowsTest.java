package io.doorstep.ledger.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.ledger.LedgerCell;
import io.doorstep.ledger.LedgerRow;
import io.doorstep.store.Migration;
import io.doorstep.vault.MasterKey;
import io.doorstep.vault.Vault;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class FailedRowsTest {

    private static final LedgerRow HEADINGS =
            row(2, new LedgerCell.Text("编号"), new LedgerCell.Text(MendColumn.heading(Locale.ENGLISH)));

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void Rows_come_back_as_they_were_however_long(DataSource database) {
        Migration.ofFacts(database);
        var jdbc = JdbcClient.create(database);
        var vault = new Vault(
                jdbc, MasterKey.ofBase64(Base64.getEncoder().encodeToString(new byte[32])), Clock.systemUTC());
        var rows = new FailedRows(jdbc, vault);
        var first = row(
                7,
                new LedgerCell.Numeric(new BigDecimal("188006.50")),
                new LedgerCell.Moment(LocalDateTime.of(2019, 2, 28, 11, 25, 6)),
                new LedgerCell.Blank(),
                new LedgerCell.Text(" 张三\n\"𠮷\" "));
        var long_ = row(8, new LedgerCell.Text("言".repeat(400_000)), new LedgerCell.Numeric(BigDecimal.ONE));

        assertThat(rows.find("i")).isEmpty();
        rows.begin("i", HEADINGS);
        rows.begin("i", HEADINGS);
        assertThat(rows.find("i")).as("nothing failed").isEmpty();
        rows.add("i", List.of());
        rows.add("i", List.of(first, long_));
        rows.add("i", List.of(row(12, new LedgerCell.Text("一"))));

        var kept = rows.find("i").orElseThrow();
        assertThat(kept.headings()).isEqualTo(HEADINGS);
        assertThat(kept.rows()).containsExactly(first, long_, row(12, new LedgerCell.Text("一")));
        assertThat(MendColumn.others(kept.headings())).containsExactly(0);
        assertThat(jdbc.sql("select content from ledger_import_failed_row where line = 12")
                        .query((row, n) -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8))
                        .single())
                .doesNotContain("一");

        rows.destroy("i");
        assertThat(rows.find("i")).isEmpty();
        assertThat(jdbc.sql("select count(*) from vault.subject_key")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static LedgerRow row(long line, LedgerCell... cells) {
        return new LedgerRow(line, List.of(cells));
    }
}
