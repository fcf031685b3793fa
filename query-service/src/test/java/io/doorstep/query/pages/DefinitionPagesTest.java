package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseDiverted;
import io.doorstep.events.cases.CaseWithdrawn;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.RandomLife;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 口径的版本与对照。 */
class DefinitionPagesTest {

    private static final String YEAR = "&from=2026-01-01&to=2027-01-01";
    private static final String COMPARE = "/api/statistics/definitions/compare?old=2026-2&new=office-1&figure=";
    private static final String OWN = """
            {"version": "office-1", "validFrom": "2027-01-01", "source": "县信访局办公会",
             "figures": {"resolution": {"date": "REPORTED", "numerator": "SETTLED", "denominator": "CASES",
                                        "excludes": ["VOIDED", "MERGED", "WITHDRAWN"], "minimum": 0,
                                        "channelsLeftOut": []},
                         "closeOut": {"date": "ACCEPTED", "numerator": "CLOSED_OUT", "denominator": "CASES",
                                      "excludes": ["VOIDED", "MERGED", "DIVERTED"], "minimum": 20}}}
            """;

    @TempDir
    private Path folder;

    private Office office(DataSource database) throws IOException {
        Files.writeString(folder.resolve("own.json"), OWN);
        var withdrawn = new Life("w");
        var diverted = new Life("d");
        return new Office(database, Map.of("doorstep.definitions.folder", folder.toString()))
                .at(day(100))
                .read(new Life("a").untilClosedOut())
                .read(withdrawn.on(0, withdrawn.reported(0)).on(3, new CaseWithdrawn("w", day(3), null)))
                .read(diverted.on(0, diverted.reported(0)).on(3, new CaseDiverted("d", day(3), "COURT", "法院", null)));
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_changed_definition_runs_over_the_past_beside_the_old_one(DataSource database) throws IOException {
        try (var office = office(database)) {
            var compared = office.json(COMPARE + "resolution" + YEAR);

            assertThat(compared.get("old").get("arithmetic").get("shown").asString())
                    .isEqualTo("50.00 %");
            assertThat(compared.get("new").get("arithmetic").get("shown").asString())
                    .isEqualTo("50.00 %");
            assertThat(compared.get("total").asInt()).isEqualTo(2);
            var diverted = compared.get("items").get(0);
            assertThat(diverted.get("number").asString()).isEqualTo("430525-2026-d");
            assertThat(diverted.get("from").get("part").asString()).isEqualTo("EXCLUDED");
            assertThat(diverted.get("to").get("part").asString()).isEqualTo("DENOMINATOR");
            assertThat(diverted.get("because").toString()).isEqualTo("[\"diverted: excluded before, counted now\"]");
            assertThat(compared.get("items").get(1).get("because").toString())
                    .isEqualTo("[\"withdrawn: counted before, excluded now\"]");
            assertThat(compared.get("flows")).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void whatever_happened_the_two_values_differ_by_just_what_changed_sides(DataSource database) throws IOException {
        try (var office = office(database)) {
            for (var n = 0; n < 60; n++) {
                office.read(RandomLife.of("case" + n, 500 + n));
            }
            var compared = office.json(COMPARE + "resolution&size=200" + YEAR);
            long numerator =
                    compared.get("old").get("arithmetic").get("numerator").asLong();
            long denominator =
                    compared.get("old").get("arithmetic").get("denominator").asLong();
            for (var item : compared.get("items")) {
                numerator += in(item.get("to").get("part").asString(), "NUMERATOR")
                        - in(item.get("from").get("part").asString(), "NUMERATOR");
                denominator += in(item.get("to").get("part").asString(), "NUMERATOR", "DENOMINATOR")
                        - in(item.get("from").get("part").asString(), "NUMERATOR", "DENOMINATOR");
                assertThat(item.get("because")).as(item.toString()).isNotEmpty();
            }
            var now = compared.get("new").get("arithmetic");
            assertThat(now.get("numerator").asLong()).isEqualTo(numerator);
            assertThat(now.get("denominator").asLong()).isEqualTo(denominator);
            assertThat(office.json("/api/statistics/resolution?definitions=office-1" + YEAR)
                            .get("total")
                            .get("figures")
                            .get("resolution")
                            .get("denominator")
                            .asLong())
                    .isEqualTo(denominator);
        }
    }

    @Test
    void every_answer_says_by_which_version_it_counted() throws IOException {
        try (var office = office(Databases.h2())) {
            for (var asked : List.of("2026-1", "2026-2", "office-1")) {
                var by = "definitions=" + asked + YEAR;
                var json = office.json("/api/statistics/resolution?" + by);
                assertThat(json.get("definitions").asString()).isEqualTo(asked);
                assertThat(json.get("total").get("figures").has("firstTime")).isEqualTo(asked.equals("2026-2"));
                assertThat(Office.body(office.ask("/api/statistics/resolution.csv?" + by)))
                        .contains(asked);
                assertThat(page(office, "/figures?" + by).select(".tools").text())
                        .contains(asked);
                assertThat(page(office, "/figures/explain?figure=resolution&" + by)
                                .select(".about")
                                .text())
                        .contains(asked);
                assertThat(page(office, "/figures/cases?figure=resolution&part=excluded&" + by)
                                .select(".about")
                                .text())
                        .contains(asked);
            }
            assertThat(office.json("/api/statistics/resolution?from=2027-01-01&to=2028-01-01&at=2027-06-01T00:00:00Z")
                            .get("definitions")
                            .asString())
                    .isEqualTo("office-1");
            assertThat(office.ask("/api/statistics/resolution?definitions=none").getStatus())
                    .isEqualTo(400);
            assertThat(office.ask("/figures?figure=repeat&definitions=office-1").getStatus())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_number_below_the_minimum_of_its_definition_is_hidden_everywhere() throws IOException {
        try (var office = office(Databases.h2())) {
            var by = "definitions=office-1" + YEAR;
            var cell = office.json("/api/statistics/resolution?" + by)
                    .get("total")
                    .get("figures")
                    .get("closeOut");

            assertThat(cell.get("why").asString()).isEqualTo("FEWER_THAN_MINIMUM");
            assertThat(cell.get("numerator").isNull()).isTrue();
            assertThat(page(office, "/figures?" + by)
                            .select("tr.total td[data-figure=closeOut]")
                            .text())
                    .contains("fewer than defined");
            for (var address : List.of(
                    "/figures/explain?figure=closeOut&" + by,
                    "/api/statistics/explain?figure=closeOut&" + by,
                    "/figures/cases?figure=closeOut&part=numerator&" + by,
                    COMPARE + "closeOut" + YEAR)) {
                assertThat(office.ask(address).getStatus()).as(address).isEqualTo(403);
            }
        }
    }

    @Test
    void the_page_lists_the_versions_with_what_differs_and_compares_two_of_them() throws IOException {
        try (var office = office(Databases.h2())) {
            for (var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                var page = page(office, language, "/figures/definitions?version=office-1");
                assertThat(page.select("#versions tbody tr")).hasSize(3);
                assertThat(page.select("#rules tbody tr")).hasSize(2);
                assertThat(page.text()).doesNotContain("rule.", "Excluded.");
                var compared = page(
                        office, language, "/figures/definitions/compare?old=2026-2&new=office-1&figure=resolution");
                assertThat(compared.select("#moved tbody tr")).hasSize(2);
                assertThat(compared.text()).doesNotContain("rule.", "compare.");
            }
            var versions = page(office, "/figures/definitions").select("#versions tbody tr");
            assertThat(versions.get(1).text()).contains("in force", "replaces 2026-1", "a new figure");
            assertThat(versions.get(2).text()).contains("withdrawn: counted before, excluded now");
            assertThat(Office.body(office.ask(COMPARE.replace("compare?", "compare.csv?") + "resolution" + YEAR))
                            .lines())
                    .hasSize(3);
        }
    }

    @Test
    void the_versions_are_told_as_data_and_in_words() throws IOException {
        try (var office = office(Databases.h2())) {
            for (var version : List.of("2026-1", "2026-2", "office-1")) {
                office.json("/api/statistics/definitions?version=" + version)
                        .get("items")
                        .forEach(item -> assertThat(item.toString()).doesNotContain("rule.", "figure."));
            }
            assertThat(office.json("/api/statistics/definitions").get("version").asString())
                    .isEqualTo("2026-2");
            assertThat(office.json("/api/statistics/definitions").get("versions"))
                    .hasSize(3);
        }
    }

    @Test
    void who_reads_published_figures_only_compares_nothing() throws IOException {
        try (var office = office(Databases.h2())) {
            office.as(Actor.of("counter", null, Role.STATISTICIAN));
            assertThat(office.ask(COMPARE + "resolution" + YEAR).getStatus()).isEqualTo(403);
        }
    }

    private static long in(String part, String... parts) {
        return List.of(parts).contains(part) ? 1 : 0;
    }

    private static Document page(Office office, String address) {
        return page(office, Locale.ENGLISH, address);
    }

    private static Document page(Office office, Locale language, String address) {
        var response = office.ask(language, address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        var page = Jsoup.parse(Office.body(response));
        assertThat(page.text()).doesNotContain("??");
        return Objects.requireNonNull(page);
    }
}
