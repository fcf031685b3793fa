package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseVoided;
import io.doorstep.events.cases.SupervisionAnswered;
import io.doorstep.events.cases.SupervisionOrdered;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 年度报告表网页。 */
class AnnualPagesTest {

    private final Office office = new Office(Databases.h2());

    @BeforeEach
    void a_year() {
        var supervised = new Life("b");
        supervised
                .on(0, supervised.reported(0, "SUGGESTION", List.of()))
                .on(5, supervised.assigned(5, "u-town"))
                .on(6, new SupervisionOrdered("b", day(6), "COUNTY", LocalDate.of(2026, 3, 20), null))
                .on(7, new SupervisionAnswered("b", day(7), Life.WORDS));
        var voided = new Life("c");
        voided.on(0, voided.reported(0)).on(3, new CaseVoided("c", day(3), Life.WORDS));
        office.at(day(100))
                .read(new Life("a").untilClosedOut())
                .read(supervised)
                .read(voided);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void petitions_are_counted_as_the_figures_count_them() {
        var kinds = table("kind");

        assertThat(line(kinds, "Petition")).startsWith("1", "50.00 %", "0", "1", "100.00 %");
        assertThat(line(kinds, "Total")).startsWith("2", "100.00 %");
        var figures = office.json("/api/statistics/resolution?from=2026-01-01&to=2027-01-01")
                .get("total")
                .get("figures");
        assertThat(line(kinds, "Total").get(0))
                .isEqualTo(figures.get("repeat").get("denominator").asString());
        assertThat(line(kinds, "Total").get(4))
                .isEqualTo(figures.get("resolution").get("shown").stringValue());
    }

    @Test
    void what_was_done_and_supervised_is_told() {
        assertThat(line(table("deeds"), "Assigned")).containsExactly("2");
        assertThat(line(table("deeds"), "Accepted")).containsExactly("1");
        assertThat(line(table("supervision"), "County")).containsExactly("1", "1", "0", "0");
        assertThat(line(table("suggestions"), "Suggestion")).containsExactly("1", "0", "0.00 %");
        assertThat(line(table("duties"), "Transfer").get(1)).isEqualTo("2");
    }

    @Test
    void it_is_shown_printed_and_sent_in_both_languages() {
        for (var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (var address : List.of("/annual", "/annual/print", "/annual?year=2025")) {
                var page = Jsoup.parse(Office.body(office.ask(language, address)));
                assertThat(page.select("table")).hasSize(10);
                assertThat(page.text()).doesNotContain("??").doesNotContain("annual.");
            }
            assertThat(office.ask(language, "/api/annual.xlsx?year=2026").getStatus())
                    .isEqualTo(200);
        }
        assertThat(Office.body(office.ask(Locale.SIMPLIFIED_CHINESE, "/api/annual.csv")))
                .contains("八、依法按期履职情况", "转送交办");
    }

    @Test
    void a_year_that_nobody_knows_is_an_error_and_who_only_counts_may_not() {
        assertThat(office.ask("/annual?year=1999").getStatus()).isEqualTo(400);
        assertThat(office.ask("/api/annual?month=3").getStatus()).isEqualTo(400);
        office.as(Actor.of("counter", null, Role.STATISTICIAN));
        assertThat(office.ask("/api/annual").getStatus()).isEqualTo(403);
    }

    private JsonNode table(String key) {
        return office.json("/api/annual")
                .get("tables")
                .valueStream()
                .filter(table -> table.get("key").stringValue().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> line(JsonNode table, String name) {
        return table.get("lines")
                .valueStream()
                .filter(line -> line.get("name").stringValue().startsWith(name))
                .findFirst()
                .orElseThrow()
                .get("cells")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }
}
