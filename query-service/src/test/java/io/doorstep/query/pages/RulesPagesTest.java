package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.query.asof.Life;
import io.doorstep.testing.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 规则与日历网页。 */
class RulesPagesTest {

    @Test
    void a_stricter_rule_shows_what_it_would_have_meant_and_moves_nothing(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("county-1.json"), stricter());
        try (var office = new Office(Databases.h2(), Map.of("doorstep.policy.folder", folder.toString()))) {
            var life = new Life("a");
            office.at(day(20))
                    .read(life.on(0, life.reported(0))
                            .on(1, life.assigned(1, "u-land"))
                            .on(2, life.signed(2, "u-land"))
                            .on(3, life.accepted(3)));
            var before = office.json("/api/cases/a").toString();

            var outcome = office.json("/api/rules/what-if?version=county-1");
            var line = outcome.get("lines").get(0);
            assertThat(line.get("clock").stringValue()).isEqualTo("HANDLING");
            assertThat(line.get("running").intValue()).isEqualTo(1);
            assertThat(line.get("earlier").intValue()).isEqualTo(1);
            assertThat(line.get("overdueOnly").intValue()).isEqualTo(1);
            assertThat(outcome.at("/cases/0/stored").stringValue()).isEqualTo("2026-05-06");
            assertThat(outcome.at("/cases/0/other").stringValue()).isEqualTo("2026-03-16");
            assertThat(office.json("/api/cases/a").toString()).isEqualTo(before);

            var page = Jsoup.parse(Office.body(office.ask("/rules/what-if?version=county-1")));
            assertThat(page.select("#what-if tbody td").eachText()).containsExactly("1", "0", "1", "0", "0", "1", "0");
            assertThat(office.ask("/api/rules/what-if?version=county-2").getStatus())
                    .isEqualTo(400);
            assertThat(office.ask("/rules?version=county-2").getStatus()).isEqualTo(400);
        }
    }

    @Test
    void the_page_says_which_version_holds_and_which_calendar_is_wanting() {
        try (var office = new Office(Databases.h2())) {
            office.at(java.time.Instant.parse("2026-11-22T02:00:00Z"));
            var page = Jsoup.parse(Office.body(office.ask("/rules")));

            assertThat(page.select("#version").text()).contains("national-1", "Handling");
            assertThat(page.select("section:has(#ladder)").text())
                    .contains("15 days after the last day", "supervisors", "Supervision", "20:00 – 08:00");
            assertThat(page.select(".warning").text()).contains("2027", "provisional");
            office.at(day(0));
            assertThat(Jsoup.parse(Office.body(office.ask("/rules"))).select(".warning"))
                    .as("no period that begins in March ends in 2027")
                    .isEmpty();
        }
    }

    private static String stricter() throws IOException {
        try (var standard =
                Objects.requireNonNull(RulesPagesTest.class.getResourceAsStream("/policies/national-1.json"))) {
            return new String(standard.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("national-1", "county-1")
                    .replace("2022-05-01", "2027-01-01")
                    .replace("\"length\": 60", "\"length\": 10");
        }
    }
}
