package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseVoided;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 统计网页。 */
class FigurePagesTest {

    private static final String YEAR = "from=2026-01-01&to=2027-01-01";

    private Office office = new Office(Databases.h2());

    @BeforeEach
    void a_year() {
        office.at(day(100))
                .read(new Life("a").untilClosedOut())
                .read(reported("b", 0))
                .read(reported("c", 35))
                .read(reported("d", 40).on(41, new CaseVoided("d", day(41), Life.WORDS)));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void every_number_of_the_table_is_that_of_the_interface() {
        var json = office.json("/api/statistics/resolution?by=month&" + YEAR);
        var page = page("/figures?by=month&" + YEAR);

        agree(json.get("total"), one(page, "#all-figures tr.total"));
        var lines = page.select("#all-figures tbody tr:not(.total)");
        assertThat(lines).hasSize(json.get("rows").size());
        for (var n = 0; n < lines.size(); n++) {
            assertThat(lines.get(n).select("th").text())
                    .isEqualTo(json.get("rows").get(n).get("name").stringValue());
            agree(json.get("rows").get(n), lines.get(n));
        }
    }

    @Test
    void no_rate_stands_without_numerator_denominator_and_reasons() {
        var total = one(page("/figures?" + YEAR), "#all-figures tr.total td[data-figure=resolution]");

        assertThat(total.select("b").text()).isEqualTo("33.33 %");
        assertThat(total.select(".n").text()).isEqualTo("1");
        assertThat(total.select(".d").text()).isEqualTo("3");
        assertThat(total.select(".left").text()).isEqualTo("voided 1");
        assertThat(one(page("/figures?from=2020-01-01&to=2020-02-01"), "#all-figures tr.total td b")
                        .text())
                .isEqualTo("—");
    }

    @Test
    void each_number_leads_to_its_cases() {
        var cell = one(page("/figures?" + YEAR), "#all-figures tbody tr:not(.total) td[data-figure=resolution]");

        assertThat(numbers(page(link(cell, ".n")))).containsExactly("430525-2026-a");
        assertThat(numbers(page(link(cell, ".d")))).containsExactly("430525-2026-a", "430525-2026-b", "430525-2026-c");
        var left = page(link(cell, ".left a"));
        assertThat(numbers(left)).containsExactly("430525-2026-d");
        assertThat(left.select(".status").text()).isEqualTo("excluded: voided");
    }

    @Test
    void the_cases_behind_a_number_go_on_where_the_page_ends() {
        var first = page("/figures/cases?figure=resolution&part=denominator&size=2&" + YEAR);
        var more = link(first, "#more a");

        assertThat(first.select("#total").attr("data-total")).isEqualTo("3");
        assertThat(numbers(page(more + "&size=2"))).containsExactly("430525-2026-c");
    }

    @Test
    void the_window_is_the_year_up_to_today_when_nothing_is_said() {
        var page = page("/figures");

        assertThat(page.select("input[name=from]").val()).isEqualTo("2026-01-01");
        assertThat(page.select("input[name=to]").val()).isEqualTo("2026-06-11");
        assertThat(page.select("a[download]").eachAttr("href"))
                .allMatch(address -> address.contains("from=2026-01-01") && address.contains("by=place"));
        assertThat(page.select("a[download]").eachAttr("href"))
                .allMatch(address -> office.ask(address).getStatus() == 200);
    }

    @Test
    void an_earlier_window_is_seen_from_as_far_ahead_as_this_one() {
        // a and b came in the 30 days before c and d; then, too, nobody could know what happened later
        var page = page("/figures?by=kind&compare=window&from=2026-04-01&to=2026-05-01&at=2026-04-30");
        var sum = one(page, "#detail tfoot tr");

        assertThat(sum.select("td").get(0).text()).isEqualTo("0.00 %");
        assertThat(sum.select("td").get(2).text()).isEqualTo("50.00 % 1 / 2");
        assertThat(sum.select("td").get(3).text()).isEqualTo("−50.00");
        assertThat(numbers(page(sum.select("td").get(2).select(".n").attr("href"))))
                .containsExactly("430525-2026-a");
    }

    @Test
    void every_figure_has_its_definition_one_click_away_in_both_languages() {
        for (var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            var page = Jsoup.parse(Office.body(office.ask(language, "/figures")));
            page.select("[data-open]").forEach(button -> {
                var dialog = one(page, "dialog#" + button.attr("data-open"));
                assertThat(dialog.text()).contains("2026-2").doesNotContain("??");
            });
            assertThat(page.text()).doesNotContain("??");
        }
    }

    @Test
    void no_person_is_a_row_or_a_scope() {
        assertThat(office.ask("/figures?by=officer").getStatus()).isEqualTo(400);
        assertThat(office.ask("/figures?officer=officer-li").getStatus()).isEqualTo(400);
        assertThat(office.ask("/figures/cases?figure=resolution&by=officer&key=officer-li")
                        .getStatus())
                .isEqualTo(400);
        assertThat(page("/figures").select("option[value=officer]")).isEmpty();
    }

    @Test
    void an_accusation_counts_nowhere_for_the_unit_it_accuses() {
        var secret = new Life("x");
        office.read(secret.on(3, secret.reported(3, "ACCUSATION", List.of("u-town"))));
        var accused = Actor.of("somebody", "u-town", Role.SUPERVISOR);

        assertThat(one(page("/figures?" + YEAR), "tr.total td[data-figure=resolution] .d")
                        .text())
                .isEqualTo("4");
        office.as(accused);
        assertThat(one(page("/figures?" + YEAR), "tr.total td[data-figure=resolution] .d")
                        .text())
                .isEqualTo("3");
        assertThat(numbers(page("/figures/cases?figure=resolution&part=denominator&" + YEAR)))
                .doesNotContain("430525-2026-x");
    }

    private Document page(String address) {
        // links are encoded, and the office encodes what it is asked
        var response = office.ask(URLDecoder.decode(address, StandardCharsets.UTF_8));
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(Office.body(response));
    }

    private static void agree(JsonNode row, Element line) {
        row.get("figures").properties().forEach(figure -> {
            var cell = one(line, "td[data-figure=" + figure.getKey() + "]");
            assertThat(cell.select("b").text())
                    .isEqualTo(figure.getValue().get("shown").stringValue());
            assertThat(cell.select(".n").text())
                    .isEqualTo(figure.getValue().get("numerator").asString());
            assertThat(cell.select(".d").text())
                    .isEqualTo(figure.getValue().get("denominator").asString());
        });
    }

    private static List<String> numbers(Document page) {
        return page.select("td.number").eachText();
    }

    private static String link(Element within, String selector) {
        return one(within, selector).attr("href");
    }

    private static Element one(Element within, String selector) {
        return Objects.requireNonNull(within.selectFirst(selector), selector);
    }

    private static Life reported(String id, int day) {
        var life = new Life(id);
        return life.on(day, life.reported(day));
    }
}
