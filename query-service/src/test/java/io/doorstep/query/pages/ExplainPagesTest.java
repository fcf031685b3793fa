package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseVoided;
import io.doorstep.events.cases.SatisfactionRated;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.RandomLife;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** 数字的来历。 */
class ExplainPagesTest {

    private static final String YEAR = "&from=2026-01-01&to=2027-01-01";
    private static final String EXPLAIN = "/api/statistics/explain?figure=";

    private static Office year(DataSource database) {
        var reopened = new Life("c").untilClosedOut();
        return new Office(database)
                .at(day(100))
                .read(new Life("a").untilClosedOut())
                .read(reported("b"))
                .read(reopened.on(20, reopened.reopened(20, "REQUEST")))
                .read(reported("d").on(41, new CaseVoided("d", day(41), Life.WORDS)));
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_number_is_told_with_its_arithmetic_and_the_fact_that_each_thing_rests_on(DataSource database) {
        try (var office = year(database)) {
            var told = office.json(EXPLAIN + "resolution" + YEAR);
            var sum = told.get("arithmetic");

            assertThat(sum.get("quotient").asString()).isEqualTo("33.333333");
            assertThat(sum.get("rounding").asString()).isEqualTo("DOWN");
            assertThat(sum.get("shown").asString()).isEqualTo("33.33 %");
            assertThat(sum.get("considered").asInt()).isEqualTo(4);
            assertThat(facts(told))
                    .containsExactly(
                            "430525-2026-a NUMERATOR CaseResolved 5",
                            "430525-2026-b DENOMINATOR CaseReported 1",
                            "430525-2026-c DENOMINATOR CaseReopened 8",
                            "430525-2026-d EXCLUDED CaseVoided 2");
        }
    }

    @Test
    void an_overdue_duty_rests_on_what_set_its_last_day_and_a_kept_one_on_what_was_done() {
        try (var office = new Office(Databases.h2())) {
            var open = new Life("b");
            office.at(day(100))
                    .read(new Life("a").untilClosedOut())
                    .read(open.on(0, open.reported(0)).on(3, open.accepted(3)));

            assertThat(facts(office.json(EXPLAIN + "onTime" + YEAR)))
                    .containsExactly(
                            "430525-2026-a NUMERATOR CaseResolved 5", "430525-2026-b DENOMINATOR CaseAccepted 2");
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void every_figure_adds_up_and_is_the_one_of_the_table_whatever_happened(DataSource database) {
        try (var office = new Office(database)) {
            office.at(day(45));
            for (var n = 0; n < 60; n++) {
                office.read(RandomLife.of("case" + n, 300 + n));
            }
            for (var moment : List.of("", "&at=2026-03-30T00:00:00Z&knownAt=2026-03-25T00:00:00Z")) {
                var table = office.json("/api/statistics/resolution?by=kind" + YEAR + moment)
                        .get("total")
                        .get("figures");
                table.properties().forEach(figure -> agrees(office, figure.getKey(), figure.getValue(), moment));
            }
        }
    }

    private static void agrees(Office office, String figure, JsonNode cell, String moment) {
        if (cell.get("suppressed").asBoolean()) {
            return;
        }
        var told = office.json(EXPLAIN + figure + "&size=200" + YEAR + moment);
        var sum = told.get("arithmetic");
        assertThat(sum.get("numerator")).isEqualTo(cell.get("numerator"));
        assertThat(sum.get("denominator")).isEqualTo(cell.get("denominator"));
        assertThat(sum.get("excluded")).isEqualTo(cell.get("excluded"));
        assertThat(sum.get("shown")).isEqualTo(cell.get("shown"));
        assertThat(sum.get("numerator").asLong() + sum.get("rest").asLong())
                .isEqualTo(sum.get("denominator").asLong());
        told.get("items").forEach(item -> {
            assertThat(item.get("fact").isNull()).as(figure + " " + item).isFalse();
            assertThat(item.get("why").asString()).doesNotContain("because.");
        });
    }

    @Test
    void the_fact_leads_to_the_case_as_it_stood_then() {
        try (var office = year(Databases.h2())) {
            var history = office.json(EXPLAIN + "resolution&part=numerator" + YEAR)
                    .get("items")
                    .get(0)
                    .get("fact")
                    .get("history")
                    .asString();

            assertThat(office.ask(history).getStatus()).isEqualTo(200);
            assertThat(office.json(history.replace("/cases/a", "/api/cases/a/history"))
                            .get("items"))
                    .hasSize(5);
        }
    }

    @Test
    void the_page_writes_the_arithmetic_out_in_both_languages() {
        try (var office = year(Databases.h2())) {
            var page = page(office, Locale.ENGLISH, "/figures/explain?figure=resolution" + YEAR);

            assertThat(one(page, "#arithmetic .sum")).contains("1 ÷ 3 = 33.333333… % → 33.33 %", "third decimal is 3");
            assertThat(one(page, "#adds")).contains("1 + rest 2 = denominator 3", "excluded 1 = all considered 4");
            assertThat(page.select("tbody tr")).hasSize(4);
            assertThat(one(page, ".about")).contains("2026-2");
            assertThat(one(
                            page(
                                    office,
                                    Locale.ENGLISH,
                                    "/figures/explain?figure=resolution&kind=PETITION&channel=VISIT&q=边界&status=CLOSED_OUT"
                                            + "&place=430525100"),
                            "#scope"))
                    .contains("Petition", "Visit", "Closed out", "“边界”");
            assertThat(one(
                            page(office, Locale.SIMPLIFIED_CHINESE, "/figures/explain?figure=resolution" + YEAR),
                            "#arithmetic .sum"))
                    .contains("不满五，舍去");
        }
    }

    @Test
    void median_and_ninetieth_percentile_are_told_with_the_values_they_stand_between() {
        try (var office = new Office(Databases.h2())) {
            office.at(day(100));
            for (var n = 1; n <= 4; n++) {
                var life = new Life("t" + n);
                office.read(life.on(0, life.reported(0)).on(n, life.resolved(n, null)));
            }
            office.read(reported("open"));
            var time = office.json(EXPLAIN + "time" + YEAR).get("time");

            assertThat(time.get("resolved").asInt()).isEqualTo(4);
            assertThat(time.get("open").asInt()).isEqualTo(1);
            assertThat(values(time.get("median"))).containsExactly("2", "1.0", "2.0", "3.0");
            assertThat(values(time.get("ninetieth"))).containsExactly("4", "3.0", "4.0", "null");
            assertThat(one(page(office, Locale.ENGLISH, "/figures/explain?figure=time" + YEAR), "#arithmetic"))
                    .contains("median 2.00 days", "number 2", "before took 1.00 days, the one after 3.00");
        }
    }

    @Test
    void a_number_about_fewer_than_five_is_explained_to_nobody_and_one_by_name_neither() {
        try (var office = new Office(Databases.h2())) {
            var life = new Life("a").untilClosedOut();
            office.at(day(100))
                    .read(life.on(8, new SatisfactionRated("a", day(8), "HANDLING_UNIT", "SATISFIED", null)));
            for (var address : List.of("/figures/explain", "/api/statistics/explain", "/api/statistics/explain.csv")) {
                assertThat(office.ask(address + "?figure=satisfactionUnit" + YEAR)
                                .getStatus())
                        .as(address)
                        .isEqualTo(403);
            }
            assertThat(page(office, Locale.ENGLISH, "/figures?" + YEAR.substring(1))
                            .select("td[data-figure=satisfactionUnit] a"))
                    .isEmpty();
            assertThat(office.ask("/figures/explain?figure=resolution&by=officer&key=officer-li")
                            .getStatus())
                    .isEqualTo(400);
            office.as(Actor.of("counter", null, Role.STATISTICIAN));
            assertThat(office.ask("/figures/explain?figure=resolution").getStatus())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_file_tells_the_same() {
        try (var office = year(Databases.h2())) {
            var csv = Office.body(office.ask("/api/statistics/explain.csv?figure=resolution&part=rest" + YEAR));

            assertThat(csv.lines().toList()).hasSize(3);
            assertThat(csv).contains("430525-2026-b", "430525-2026-c").doesNotContain("430525-2026-a");
            assertThat(office.ask("/api/statistics/explain.xlsx?figure=time" + YEAR)
                            .getStatus())
                    .isEqualTo(200);
        }
    }

    @Test
    void each_number_of_the_table_leads_to_its_explanation() {
        try (var office = year(Databases.h2())) {
            var cells = page(office, Locale.ENGLISH, "/figures?" + YEAR.substring(1))
                    .select("#all-figures td > a[href^=/figures/explain]")
                    .eachAttr("href");

            assertThat(cells).hasSizeGreaterThan(20);
            cells.forEach(cell -> assertThat(office.ask(URLDecoder.decode(cell, StandardCharsets.UTF_8))
                            .getStatus())
                    .isEqualTo(200));
        }
    }

    private static List<String> facts(JsonNode told) {
        return StreamSupport.stream(told.get("items").spliterator(), false)
                .map(item -> item.get("number").asString() + " "
                        + item.get("part").asString() + " "
                        + item.get("fact").get("type").asString() + " "
                        + item.get("fact").get("number").asString())
                .toList();
    }

    private static List<String> values(JsonNode percentile) {
        var values = new ArrayList<String>();
        for (var name : List.of("rank", "before", "value", "after")) {
            values.add(
                    percentile.get(name).isNull()
                            ? "null"
                            : percentile.get(name).asString());
        }
        return values;
    }

    private static Document page(Office office, Locale language, String address) {
        var response = office.ask(language, address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        var page = Jsoup.parse(Office.body(response));
        assertThat(page.text()).doesNotContain("??");
        return page;
    }

    private static String one(Document page, String selector) {
        return Objects.requireNonNull(page.selectFirst(selector), selector).text();
    }

    private static Life reported(String id) {
        var life = new Life(id);
        return life.on(0, life.reported(0));
    }
}
