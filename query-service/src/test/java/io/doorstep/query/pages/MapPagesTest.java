package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 地图和大屏。 */
class MapPagesTest {

    private static final String BOTH = "io.doorstep.testing.Databases#both";

    @ParameterizedTest
    @MethodSource(BOTH)
    void each_township_says_what_is_open_overdue_and_lately_settled(DataSource database) {
        try (var office = county(database)) {
            var page = page(office.at(day(20)), "/map");
            var row = one(page, "tr[data-code=430525100]");

            assertThat(row.attr("data-open")).isEqualTo("2");
            assertThat(row.attr("data-overdue"))
                    .as("assigned to nobody by 17 March")
                    .isEqualTo("1");
            assertThat(row.attr("data-settled")).isEqualTo("2");
            assertThat(row.select("a").attr("href")).isEqualTo("/lists/problems?place=430525100");
            assertThat(one(page, "tr[data-code=430525101]").attr("data-tone")).isEqualTo("none");
            assertThat(page(office.at(day(60)), "/map")
                            .select("tr[data-code=430525100]")
                            .attr("data-settled"))
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void the_sum_is_that_of_the_list_whatever_the_places(DataSource database) {
        try (var office = county(database)) {
            for (var asked : List.of("", "?at=2026-03-03", "?at=2026-03-12")) {
                var total = office.at(day(20))
                        .json("/api/lists/problems" + (asked.isEmpty() ? "" : asked + "T15:59:59Z"))
                        .get("total")
                        .asString();
                assertThat(one(page(office, "/map" + asked), "tfoot tr").attr("data-open"))
                        .as(asked)
                        .isEqualTo(total);
            }
        }
    }

    @Test
    void what_lies_in_no_known_township_is_counted_apart() {
        try (var office = new Office(Databases.h2())) {
            office.read(reported("a"));

            var rows = page(office, "/map").select("#townships tbody tr");

            assertThat(rows).hasSize(1);
            assertThat(rows.select("th").text()).isEqualTo("Elsewhere (no township)");
            assertThat(rows.select("a")).isEmpty();
        }
    }

    @Test
    void without_geography_there_are_tiles_and_with_coordinates_a_map() {
        try (var office = county(Databases.h2())) {
            var schematic = page(office, "/map");
            assertThat(schematic.select("[data-map]")).isEmpty();
            assertThat(schematic.select(".tiles li")).hasSize(2);

            office.reading()
                    .jdbc()
                    .sql("update place set lat = 27.1, lon = 110.6 where code = '430525100'")
                    .update();
            office.reading().reference().refresh();
            var map = page(office, "/map");
            assertThat(map.select("[data-map]")).hasSize(1);
            assertThat(map.select(".tiles")).isEmpty();
            assertThat(one(map, "tr[data-code=430525100]").attr("data-lat")).startsWith("27.1");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void the_wall_counts_as_the_lists_do(DataSource database) {
        try (var office = county(database)) {
            var page = page(office.at(day(20)), "/wall");

            assertThat(one(page, "#n-open").text())
                    .isEqualTo(office.json("/api/lists/problems").get("total").asString());
            assertThat(one(page, "#n-overdue").text())
                    .isEqualTo(office.json("/api/lists/problems?light=BLACK")
                            .get("total")
                            .asString());
            assertThat(one(page, "#n-revisit").text())
                    .isEqualTo(office.json("/api/lists/closeouts?state=WAITING_REVISIT")
                            .get("total")
                            .asString());
            assertThat(one(page, "#n-closeout").text())
                    .isEqualTo(office.json("/api/lists/closeouts?state=WAITING_CLOSE_OUT")
                            .get("total")
                            .asString());
            var rate = office.json("/api/statistics/resolution?from=2026-01-01&to=2026-03-23")
                    .at("/total/figures/resolution");
            assertThat(one(page, "#n-rate").text()).isEqualTo(rate.get("shown").stringValue());
            assertThat(one(page, "#n-parts").text())
                    .isEqualTo(rate.get("numerator").asString() + " / "
                            + rate.get("denominator").asString());
        }
    }

    @Test
    void the_wall_lists_what_is_overdue_longest_without_titles_and_no_accusation() {
        try (var office = county(Databases.h2())) {
            var secret = new Life("x");
            office.read(secret.on(0, secret.reported(0, "ACCUSATION", List.of("u-other"))));

            var page = page(office.at(day(20)), "/wall");

            assertThat(one(page, "#n-overdue").text()).isEqualTo("2");
            assertThat(page.select("#longest tbody .number").eachText()).containsExactly("430525-2026-open");
            assertThat(page.select("#longest tbody .days").text()).isEqualTo("5 days");
            assertThat(page.text()).doesNotContain("宅基地");
        }
    }

    @Test
    void an_accusation_is_on_no_map_of_the_unit_it_accuses() {
        try (var office = county(Databases.h2())) {
            var secret = new Life("x");
            office.read(secret.on(0, secret.reported(0, "ACCUSATION", List.of("u-town"))));

            assertThat(one(page(office.at(day(20)), "/map"), "tfoot tr").attr("data-open"))
                    .isEqualTo("3");
            office.as(Actor.of("somebody", "u-town", Role.SUPERVISOR));
            assertThat(one(page(office, "/map"), "tfoot tr").attr("data-open")).isEqualTo("2");
            assertThat(one(page(office, "/wall"), "#n-open").text()).isEqualTo("2");
        }
    }

    @Test
    void both_pages_speak_both_languages() {
        try (var office = county(Databases.h2())) {
            for (var address : List.of("/map", "/wall")) {
                assertThat(Office.body(office.ask(Locale.SIMPLIFIED_CHINESE, address)))
                        .contains("在办")
                        .doesNotContain("??");
                assertThat(Office.body(office.ask(Locale.ENGLISH, address)))
                        .contains("Open")
                        .doesNotContain("??");
            }
        }
    }

    /** Two townships, in one of which one case is open, one resolved and one closed out. */
    private static Office county(DataSource database) {
        var office = new Office(database);
        List.of(
                        "'430525', '甲县', 'COUNTY', null, '/430525/'",
                        "'430525100', '甲镇', 'TOWNSHIP', '430525', '/430525/430525100/'",
                        "'430525101', '乙镇', 'TOWNSHIP', '430525', '/430525/430525101/'",
                        "'430525100201', '甲村', 'VILLAGE', '430525100', '/430525/430525100/430525100201/'")
                .forEach(place -> office.reading()
                        .jdbc()
                        .sql("insert into place (code, name, level, parent, path, valid_from) values (" + place
                                + ", date '2000-01-01')")
                        .update());
        office.reading().reference().refresh();
        var resolved = new Life("resolved");
        return office.read(reported("open"))
                .read(new Life("closed").untilClosedOut())
                .read(resolved.on(0, resolved.reported(0))
                        .on(1, resolved.assigned(1, "u-town"))
                        .on(2, resolved.signed(2, "u-town"))
                        .on(3, resolved.accepted(3))
                        .on(10, resolved.resolved(10, null)));
    }

    private static Life reported(String id) {
        var life = new Life(id);
        return life.on(0, life.reported(0));
    }

    private static Document page(Office office, String address) {
        var response = office.ask(address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(Office.body(response));
    }

    private static Element one(Element within, String selector) {
        return Objects.requireNonNull(within.selectFirst(selector), selector);
    }
}
