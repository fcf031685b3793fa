package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 公布数据。 */
class PublishedPagesTest {

    private final Office office = new Office(Databases.h2());

    @BeforeEach
    void a_year() {
        office.at(day(100)).as(Actor.of("count", "u-bureau", Role.STATISTICIAN));
        for (var n = 0; n < 7; n++) {
            office.read(new Life("s" + n).untilClosedOut());
        }
        for (var n = 0; n < 6; n++) {
            var life = new Life("o" + n);
            office.read(life.on(3, life.reported(3)));
        }
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void a_statistician_gets_published_figures_and_no_exact_ones() {
        assertThat(status("/api/statistics/resolution?by=place")).isEqualTo(403);
        assertThat(status("/api/statistics/resolution.csv")).isEqualTo(403);
        assertThat(status("/figures")).isEqualTo(403);

        var total = office.json("/api/statistics/published?year=2026&by=kind").get("total");
        assertThat(total.at("/figures/resolution/numerator").longValue()).isEqualTo(7);
        assertThat(total.at("/figures/resolution/denominator").longValue()).isEqualTo(13);
        assertThat(total.at("/figures/resolution/shown").stringValue()).isEqualTo("53.85 %");
    }

    @Test
    void what_is_small_is_kept_back_in_the_answer_the_page_and_the_file() {
        var small = new Life("d");
        office.read(small.on(3, small.reported(3, "DISPUTE", List.of())));

        var asked = "?year=2026&by=kind";
        var rows = office.json("/api/statistics/published" + asked).get("rows");
        assertThat(rows).hasSize(2);
        for (var row : rows) {
            var cell = row.at("/figures/resolution");
            assertThat(cell.get("suppressed").booleanValue()).as(row.toString()).isTrue();
            assertThat(cell.get("numerator").isNull() && cell.get("denominator").isNull())
                    .isTrue();
        }
        var page = Jsoup.parse(Office.body(office.ask("/figures/published" + asked)));
        assertThat(page.select("#published tbody tr:not(.total) td[data-figure=resolution] b")
                        .eachText())
                .containsOnly("＊");
        assertThat(page.select("#published tr.total td[data-figure=resolution]").text())
                .contains("50.00 %", "7 / 14");
        assertThat(Office.body(office.ask("/api/statistics/published.csv" + asked)))
                .contains("＊")
                .doesNotContain("\"1\"");
    }

    @Test
    void nothing_but_a_year_and_a_dimension_can_be_asked() {
        assertThat(status("/api/statistics/published?year=2026&kind=DISPUTE")).isEqualTo(400);
        assertThat(status("/api/statistics/published?by=officer")).isEqualTo(400);
        assertThat(status("/api/statistics/published?year=2027")).isEqualTo(400);
        assertThat(status("/api/statistics/published?at=2026-02-01T00:00:00Z")).isEqualTo(400);
    }

    @Test
    void the_current_month_is_not_in_it() {
        var late = new Life("late");
        office.read(late.on(95, late.reported(95)));

        var published = office.json("/api/statistics/published");
        assertThat(published.get("year").intValue()).isEqualTo(2026);
        assertThat(published.get("to").stringValue()).isEqualTo("2026-06-01");
        assertThat(published.at("/total/figures/resolution/denominator").longValue())
                .isEqualTo(13);
    }

    @Test
    void who_may_know_of_no_case_gets_none() {
        office.as(Actor.of("root", null, Role.ADMINISTRATOR));

        assertThat(status("/api/statistics/published")).isEqualTo(403);
    }

    private int status(String address) {
        return office.ask(address).getStatus();
    }
}
