package io.doorstep.query.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.doorstep.identity.Actor;
import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.RecordProof;
import io.doorstep.proof.check.CheckpointText;
import io.doorstep.proof.kept.CheckBook;
import io.doorstep.proof.kept.CheckpointPost;
import io.doorstep.proof.kept.Checkpoints;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.proof.kept.LedgerKeys;
import io.doorstep.proof.kept.RecordProofs;
import io.doorstep.proof.kept.SelfCheck;
import io.doorstep.query.asof.Life;
import io.doorstep.reminders.Carrier;
import io.doorstep.store.AppendOrder;
import io.doorstep.terms.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 存证验真的页面。 */
class ProofPagesTest {

    private static final Actor SUPERVISOR = Actor.of("supervisor", "u-bureau", Role.SUPERVISOR);
    private static final String CASE = "00000000-0000-0000-0000-000000000001";

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_whole_history_is_shown_with_its_checkpoints(DataSource database) {
        try (var office = new Office(database).as(SUPERVISOR)) {
            var parts = new Parts(database, office);
            var before = page(office, "/proof");
            assertThat(before.select("#checkpoints ~ .empty, #checks ~ .empty")).hasSize(2);
            parts.facts(3);
            parts.ledger.chainAll(10);
            parts.checkpoints.make();
            parts.check.run();

            var shown = page(office, "/proof");
            assertThat(shown.select("#state dd").eachText().get(0)).isEqualTo("3 条（SHA-256）");
            assertThat(shown.select("#state b").text()).isEqualTo("完整");
            assertThat(shown.select("[role=alert]")).isEmpty();
            var text = office.ask(shown.select("a[download]").attr("href"));
            assertThat(text.getContentType()).startsWith("text/plain");
            var read = CheckpointText.read(new String(text.getContentAsByteArray(), StandardCharsets.UTF_8));
            assertThat(read.section().leaves()).hasSize(3);
            assertThat(read.key()
                            .signed(
                                    read.section().signed().checkpoint().signedWords(),
                                    read.section().signed().signature()))
                    .isTrue();

            parts.facts(5);
            parts.ledger.chainAll(10);
            parts.checkpoints.make();
            assertThat(office.json("/api/proof/consistency?from=3&to=8").get("path"))
                    .isNotEmpty();
            assertThat(office.ask("/api/proof/consistency?from=4&to=8").getStatus())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void an_alarm_stands_on_every_page_of_those_who_audit(DataSource database) {
        try (var office = new Office(database).as(SUPERVISOR)) {
            var parts = new Parts(database, office);
            parts.facts(3);
            parts.ledger.chainAll(10);
            office.reading()
                    .jdbc()
                    .sql("update aggregate_event_entry set version = '9' where aggregate_sequence_number = 1")
                    .update();
            parts.check.begin("supervisor");
            await().until(() -> parts.book.last().isPresent());

            var shown = page(office, "/proof");
            assertThat(shown.select("#state .warning").text()).contains("1 处异常");
            assertThat(shown.select("tr.alarming th").text()).isEqualTo("内容被改动");
            assertThat(shown.select("tr.alarming a").attr("href")).isEqualTo("/cases/" + CASE);
            assertThat(page(office, "/figures").select(".alarm a").attr("href")).isEqualTo("/proof");
            office.as(Actor.of("officer", "u-bureau", Role.PETITION_OFFICER));
            assertThat(page(office, "/figures").select(".alarm")).isEmpty();
            assertThat(office.ask("/api/proof").getStatus()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_sheet_for_a_petitioner_proves_his_report_and_tells_of_nobody(DataSource database) throws Exception {
        try (var office = new Office(database).as(SUPERVISOR)) {
            var parts = new Parts(database, office);
            parts.facts(2);
            var life = new Life("his-own");
            office.read(life.on(0, life.reported(0)));
            parts.fact("his-own", 0, "io.doorstep.events.cases.CaseReported");
            parts.facts(9);
            assertThat(office.ask("/cases/his-own/print/record.pdf").getStatus())
                    .isEqualTo(409);
            assertThat(office.part(RecordProofs.class).prepare("his-own", 0)).isTrue();

            var answer = office.ask(Locale.SIMPLIFIED_CHINESE, "/cases/his-own/print/record.pdf");
            assertThat(answer.getStatus()).isEqualTo(200);
            try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
                var words = new PDFTextStripper().getText(pdf);
                assertThat(words).contains("登记存证回执").contains("his-own");
                var number = office.json("/api/cases/his-own").get("number").stringValue();
                var title = office.json("/api/cases/his-own").get("title").stringValue();
                assertThat(words).doesNotContain(number, title);

                var scanned = scanned(new PDFRenderer(pdf));
                assertThat(scanned).isEqualTo(Office.body(office.ask("/api/cases/his-own/proof")));
                var proof = RecordProof.read(scanned);
                var key = parts.keys.known().get(0);
                assertThat(proof.holds(key)).isTrue();
                assertThat(proof.subject()).isEqualTo("his-own");
                assertThat(proof.typeName()).isEqualTo("CaseReported");
                assertThat(RecordProof.read(scanned.replace("his-own", "another"))
                                .holds(key))
                        .isFalse();
            }
            assertThat(office.ask("/cases/nobodys/print/record.pdf").getStatus())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_checkpoint_on_paper_is_scanned_or_typed_and_is_the_same(DataSource database) throws Exception {
        try (var office = new Office(database).as(SUPERVISOR)) {
            var parts = new Parts(database, office);
            parts.facts(300);
            parts.ledger.chainAll(1000);
            var made = parts.checkpoints.make().orElseThrow();
            office.part(CheckpointPost.class).enter(new CheckpointPost.Way(Carrier.MAIL, "archive@county.example"));
            var shown = page(office, "/proof");
            assertThat(shown.select("#outgoing ~ .scroll tbody tr").text()).contains("archive@county.example", "300");

            var answer = office.ask(
                    Locale.SIMPLIFIED_CHINESE, shown.select("a[href$=.pdf]").attr("href"));
            assertThat(answer.getStatus()).isEqualTo(200);
            try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(1);
                var typed = CheckpointText.findIn(new PDFTextStripper().getText(pdf));
                var scanned = CheckpointText.findIn(scanned(new PDFRenderer(pdf)));
                for (var found : List.of(typed, scanned)) {
                    assertThat(found).hasSize(1);
                    var read = found.get(0);
                    assertThat(read.section().signed().checkpoint().signedWords())
                            .isEqualTo(made.checkpoint().signedWords());
                    assertThat(read.key()
                                    .signed(
                                            made.checkpoint().signedWords(),
                                            read.section().signed().signature()))
                            .isTrue();
                }
            }
            assertThat(office.ask("/proof/checkpoints/7.pdf").getStatus()).isEqualTo(404);
            office.as(Actor.of("officer", "u-bureau", Role.PETITION_OFFICER));
            assertThat(office.ask("/proof/checkpoints/300.pdf").getStatus()).isEqualTo(403);
        }
    }

    /** As a person scans: nearer and farther, until the code is read. */
    private static String scanned(PDFRenderer paper) throws IOException {
        var failures = new ArrayList<ReaderException>();
        for (var dpi : new int[] {300, 240, 400, 200, 330}) {
            try {
                var page = paper.renderImageWithDPI(0, dpi);
                var pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
                var light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
                return new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true))
                        .getText();
            } catch (ReaderException blurred) {
                failures.add(blurred);
            }
        }
        throw new AssertionError("the code is not to be read: " + failures);
    }

    private static Document page(Office office, String address) {
        var answer = office.browse(Locale.SIMPLIFIED_CHINESE, address);
        assertThat(answer.getStatus()).as(Office.body(answer)).isEqualTo(200);
        return Jsoup.parse(Office.body(answer));
    }

    /** What works in the background of an office. */
    private final class Parts {
        final JdbcClient jdbc;
        final FactLedger ledger;
        final LedgerKeys keys;
        final Checkpoints checkpoints;
        final CheckBook book;
        final SelfCheck check;
        private int written;

        Parts(DataSource database, Office office) {
            jdbc = office.reading().jdbc();
            var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
            ledger = new FactLedger(database, transaction, AppendOrder.LOCK, HashAlgorithm.SHA_256, clock);
            keys = new LedgerKeys(jdbc, office.vault(), HashAlgorithm.SHA_256, transaction, clock);
            checkpoints = new Checkpoints(jdbc, ledger, keys, clock);
            book = new CheckBook(jdbc, transaction);
            check = new SelfCheck(database, ledger, checkpoints, keys, book, clock);
        }

        void facts(int count) {
            for (var i = 0; i < count; i++) {
                fact(CASE, written++, "io.doorstep.events.cases.ProgressNoted");
            }
        }

        void fact(String subject, long number, String type) {
            jdbc.sql("""
                        insert into aggregate_event_entry (identifier, aggregate_type, aggregate_identifier,
                            aggregate_sequence_number, type, version, timestamp, payload, metadata)
                        values (?, 'Case', ?, ?, ?, '1', '2026-11-22T04:00:00Z', ?, ?)
                        """)
                    .params(UUID.randomUUID().toString(), subject, number, type, new byte[] {1}, new byte[] {2})
                    .update();
        }
    }
}
