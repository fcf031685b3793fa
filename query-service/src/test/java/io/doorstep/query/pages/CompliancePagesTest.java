package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

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

/** 依法履职网页。 */
class CompliancePagesTest {

    private static final String YEAR = "from=2026-01-01&to=2027-01-01";

    private final Office office = new Office(Databases.h2());

    @BeforeEach
    void a_year() {
        var late = new Life("b");
        late.on(0, late.reported(0)).on(30, late.assigned(30, "u-town")).on(31, late.signed(31, "u-town"));
        office.at(day(100)).read(new Life("a").untilClosedOut()).read(late);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void every_duty_has_its_article_and_its_counts() {
        var answer = office.json("/api/compliance?by=unit&" + YEAR);
        var duties = answer.get("total").get("duties");

        assertThat(answer.get("duties").get(0).get("sources").get(0).stringValue())
                .isEqualTo("《信访工作条例》第二十二条");
        assertThat(duties.get("transfer").get("kept").intValue()).isEqualTo(1);
        assertThat(duties.get("transfer").get("late").intValue()).isEqualTo(1);
        assertThat(duties.get("transfer").get("shown").stringValue()).isEqualTo("50.00 %");
        assertThat(duties.get("notice").get("overdue").intValue()).isEqualTo(1);
        assertThat(answer.get("rows").valueStream().map(row -> row.get("key").stringValue()))
                .contains("u-town", "u-bureau");
    }

    @Test
    void a_number_of_the_page_is_that_of_the_interface_and_leads_to_its_cases() {
        var page = page("/compliance?duty=notice&" + YEAR);
        var overdue = one(page, "#rows tr[data-key=u-town] td[data-verdict=overdue] a");

        assertThat(overdue.text()).isEqualTo("1");
        assertThat(page(overdue.attr("href")).select("td.number").eachText()).containsExactly("430525-2026-b");
        assertThat(one(page, "#duties tr[data-duty=handling] td[data-verdict=kept] a")
                        .text())
                .isEqualTo("1");
    }

    @Test
    void a_duty_belongs_to_the_month_of_its_last_day() {
        var rows = office.json("/api/compliance?by=month&" + YEAR).get("rows");

        assertThat(rows.valueStream().map(row -> row.get("key").stringValue())).containsExactly("2026-03", "2026-05");
        assertThat(office.json("/api/compliance?from=2026-04-01")
                        .get("total")
                        .get("duties")
                        .get("notice")
                        .get("owed")
                        .intValue())
                .isZero();
    }

    @Test
    void what_was_then_is_told_as_it_was_then() {
        var then = office.json("/api/compliance?at={at}&" + YEAR, day(20).toString());

        assertThat(then.get("total")
                        .get("duties")
                        .get("transfer")
                        .get("overdue")
                        .intValue())
                .isEqualTo(1);
        assertThat(then.get("total").get("duties").get("transfer").get("late").intValue())
                .isZero();
    }

    @Test
    void it_comes_as_a_file_and_in_both_languages() {
        assertThat(Office.body(office.ask(Locale.SIMPLIFIED_CHINESE, "/api/compliance.csv?by=unit&" + YEAR)))
                .contains("转送交办", "《信访工作条例》第二十二条", "本系统规则");
        for (var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            var page = Jsoup.parse(Office.body(office.ask(language, "/compliance")));
            assertThat(page.text()).doesNotContain("??");
            assertThat(page.select("a[download]").eachAttr("href"))
                    .allMatch(address -> office.ask(address).getStatus() == 200);
        }
    }

    @Test
    void nothing_is_told_by_officer_and_what_nobody_knows_is_an_error() {
        assertThat(office.ask("/api/compliance?by=officer").getStatus()).isEqualTo(400);
        assertThat(office.ask("/compliance?officer=officer-li").getStatus()).isEqualTo(400);
        assertThat(office.ask("/api/compliance/cases?duty=sleep").getStatus()).isEqualTo(400);
        assertThat(office.ask("/api/compliance/cases?duty=notice&verdict=bad").getStatus())
                .isEqualTo(400);
        office.as(Actor.of("counter", null, Role.STATISTICIAN));
        assertThat(office.ask("/api/compliance").getStatus()).isEqualTo(403);
    }

    @Test
    void an_accusation_counts_nowhere_for_the_unit_it_accuses() {
        var secret = new Life("x");
        office.read(secret.on(3, secret.reported(3, "ACCUSATION", List.of("u-town"))));
        office.as(Actor.of("somebody", "u-town", Role.SUPERVISOR));

        assertThat(office.json("/api/compliance/cases?duty=transfer&" + YEAR)
                        .get("total")
                        .intValue())
                .isEqualTo(2);
    }

    private Document page(String address) {
        var response = office.ask(URLDecoder.decode(address, StandardCharsets.UTF_8));
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(Office.body(response));
    }

    private static Element one(Element within, String selector) {
        return Objects.requireNonNull(within.selectFirst(selector), selector);
    }
}
