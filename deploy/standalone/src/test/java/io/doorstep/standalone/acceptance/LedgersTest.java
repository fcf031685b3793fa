package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * 真实台账。 Two real ledgers come in, each twice. They are not part of the project: {@code deploy/acceptance/ledgers.sh}
 * takes the folder where they lie.
 */
@EnabledIfSystemProperty(
        named = "acceptance.data",
        matches = ".+",
        disabledReason = "needs real ledgers: deploy/acceptance/ledgers.sh <folder>")
class LedgersTest {

    private static final Logger LOG = LoggerFactory.getLogger(LedgersTest.class);
    private static final Path MAPPINGS = Path.of("..", "acceptance", "mappings");

    private final Path ledgers = Path.of(System.getProperty("acceptance.data", ""));

    @TempDir
    Path data;

    @Test
    void citizens_messages_come_in_with_their_own_dates_and_only_once() {
        try (var office = Office.start(data)) {
            var report = importAndWait(office, "messages.xlsx", "messages.json");
            assertThat(report.get("done").intValue()).isEqualTo(4_326);
            office.waitForLists();
            assertThat(total(office, "/api/lists/problems?size=1")).isEqualTo(4_326);
            assertThat(total(office, "/api/lists/problems?size=1&from=2019-01-01&to=2020-01-01"))
                    .isEqualTo(4_242);
            assertThat(total(office, "/api/lists/problems?size=1&from=2017-01-01&to=2018-01-01"))
                    .isEqualTo(1);

            var again = importAndWait(office, "messages.xlsx", "messages.json");
            assertThat(again.get("skipped").intValue()).isEqualTo(4_326);
            assertThat(again.get("done").intValue()).isZero();
            office.waitForLists();
            assertThat(total(office, "/api/lists/problems?size=1")).isEqualTo(4_326);
        }
    }

    @Test
    void municipal_requests_give_the_figures_that_are_known_of_them() {
        try (var office = Office.start(data)) {
            var report = importAndWait(office, "requests-nyc.csv", "requests-nyc.json");
            assertThat(report.get("done").intValue()).isEqualTo(5_895);
            assertThat(problems(report)).hasSize(2).allMatch(code -> code.equals("RESOLVED_BEFORE_REPORTED"));
            office.waitForLists();

            assertFigure(office, "2024-12-31T23:59:59", 5_860, 2_447, "41.76 %");
            assertFigure(office, "2022-12-31T23:59:59", 4_649, 1_664, "35.79 %");
            assertFigure(office, "2019-12-31T23:59:59", 2_942, 733, "24.92 %");
            assertFigure(office, "2015-12-31T23:59:59", 1_706, 733, "42.97 %");

            var again = importAndWait(office, "requests-nyc.csv", "requests-nyc.json");
            assertThat(again.get("skipped").intValue()).isEqualTo(5_895);
        }
    }

    private JsonNode importAndWait(Office office, String ledger, String mapping) {
        var id = office.importLedger("officer", ledgers.resolve(ledger), MAPPINGS.resolve(mapping));
        var path = "/api/imports/" + id;
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> List.of("DONE", "FAILED")
                        .contains(office.json("officer", path).get("state").stringValue()));
        var report = office.json("officer", path);
        LOG.warn("{}: {}", ledger, report.toString().replaceAll("\"problems\".*", "…"));
        return report;
    }

    private static void assertFigure(Office office, String newYorkTime, int reported, int resolved, String rate) {
        var at = LocalDateTime.parse(newYorkTime)
                .atZone(ZoneId.of("America/New_York"))
                .toOffsetDateTime();
        var figures = office.json(
                        "supervisor",
                        "/api/statistics/resolution?at=" + URLEncoder.encode(at.toString(), StandardCharsets.UTF_8))
                .get("total")
                .get("figures")
                .get("resolution");
        LOG.warn("at {}: {}", at, figures);
        assertThat(figures.get("denominator").intValue()).isEqualTo(reported);
        assertThat(figures.get("numerator").intValue()).isEqualTo(resolved);
        assertThat(figures.get("shown").stringValue()).isEqualTo(rate);
    }

    private static int total(Office office, String path) {
        return office.json("supervisor", path).get("total").intValue();
    }

    private static List<String> problems(JsonNode report) {
        return report.get("problems")
                .valueStream()
                .map(one -> one.get("code").stringValue())
                .toList();
    }
}
