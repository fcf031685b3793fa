package io.doorstep.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseVisited;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.terms.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 离岗交接的页面。 */
class HandoverPagesTest {

    private static final Actor SUPERVISOR = Actor.of("supervisor", "u-bureau", Role.SUPERVISOR);

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_somebody_leaves_behind_is_the_same_whenever_it_is_made_for_that_moment(DataSource database)
            throws Exception {
        try (var office = new Office(database).as(SUPERVISOR).at(Life.day(9))) {
            office.read(new Life("done").untilClosedOut());
            var open = life("open");
            office.read(open);
            var anothers = new Life("anothers");
            office.read(anothers.on(0, anothers.reported(0)));

            var shown = page(office, "/handover?officer=officer-li");
            assertThat(shown.select("#left ~ .scroll tbody tr, #left ~ * tbody tr"))
                    .hasSize(1);
            var line = shown.select("tbody tr").text();
            assertThat(line).contains("430525-2026-open", "宅基地边界纠纷", "已受理", "2026-05-06");
            assertThat(line).as("what was promised").contains("2026-03-12 前", "2026-03-06");
            var again = shown.select("a[href*=knownAt]").eachAttr("href");
            assertThat(again).allSatisfy(link -> assertThat(link).contains("at=2026-03-11T01:00:00Z"));

            var here = again.stream()
                    .filter(link -> link.startsWith("/handover?"))
                    .findFirst()
                    .orElseThrow();
            var before = page(office, here).select("tbody").html();
            open.on(20, open.resolved(20, null));
            office.at(Life.day(40)).read(open);
            assertThat(page(office, here).select("tbody").html()).isEqualTo(before);
            assertThat(page(office, "/handover?officer=officer-li")
                            .select("tbody")
                            .html())
                    .isNotEqualTo(before);

            var paper = office.ask(Locale.SIMPLIFIED_CHINESE, "/handover.pdf" + here.substring("/handover".length()));
            assertThat(paper.getStatus()).isEqualTo(200);
            try (var pdf = Loader.loadPDF(paper.getContentAsByteArray())) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("交接册", "430525-2026-open", "走访", "接收人")
                        .doesNotContain("430525-2026-done");
            }
            var book = office.ask(Locale.SIMPLIFIED_CHINESE, "/handover.xlsx" + here.substring("/handover".length()));
            assertThat(book.getStatus()).isEqualTo(200);
            assertThat(sheet(book.getContentAsByteArray())).contains("430525-2026-open", "<t>2026-03-12 &#x524d;");
            assertThat(office.reading()
                            .jdbc()
                            .sql("select count(*) from access_log where case_id = 'open' and purpose = 'HANDOVER'")
                            .query(Long.class)
                            .single())
                    .as("what was opened is on record")
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void it_is_for_who_oversees_and_says_what_is_wrong(DataSource database) {
        try (var office = new Office(database).as(SUPERVISOR)) {
            office.read(life("open"));
            assertThat(page(office, "/handover").select("tbody")).isEmpty();
            assertThat(office.ask("/handover.pdf").getStatus()).isEqualTo(400);
            assertThat(office.ask("/handover.xlsx?officer=officer-li&when=now").getStatus())
                    .isEqualTo(400);
            office.as(Actor.of("head", "u-elsewhere", Role.UNIT_HEAD));
            assertThat(page(office, "/handover?officer=officer-li").select("tbody"))
                    .as("of another unit")
                    .isEmpty();
            office.as(Actor.of("clerk", "u-town", Role.HANDLER));
            assertThat(office.ask("/handover?officer=officer-li").getStatus()).isEqualTo(403);
        }
    }

    private static Life life(String id) {
        var life = new Life(id);
        return life.on(0, life.reported(0))
                .on(1, life.assigned(1, "u-town"))
                .on(2, life.signed(2, "u-town"))
                .on(3, life.accepted(3))
                .on(
                        4,
                        new CaseVisited(
                                id,
                                Life.day(4),
                                "v-1",
                                "DOWN_VISIT",
                                List.of("cadre"),
                                "430525100201",
                                Life.day(4),
                                null,
                                null,
                                Life.WORDS,
                                "COMMITMENT",
                                LocalDate.of(2026, 3, 12),
                                "ACCEPTS",
                                null,
                                List.of()));
    }

    private static String sheet(byte[] book) throws Exception {
        // its entries tell their sizes behind them, as whoever streams does: read from a file, with the directory at
        // its end
        var file = Files.createTempFile("handover", ".xlsx");
        try {
            Files.write(file, book);
            try (var zip = new ZipFile(file.toFile())) {
                return new String(
                        zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Document page(Office office, String address) {
        var answer = office.browse(Locale.SIMPLIFIED_CHINESE, address);
        assertThat(answer.getStatus()).as(Office.body(answer)).isEqualTo(200);
        return Jsoup.parse(Office.body(answer));
    }
}
