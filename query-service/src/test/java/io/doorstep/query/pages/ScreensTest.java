package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 网页。 What the pages for people show, part by part; how they behave in a browser is tested in one. */
class ScreensTest {

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_case_moves_from_list_to_list(DataSource database) {
        try (var office = new Office(database)) {
            var life = new Life("c1");
            office.read(life.untilClosedOut());

            assertThat(titles(screen(office, "/lists/problems"))).isEmpty();
            assertThat(titles(screen(office, "/lists/closeouts"))).hasSize(1);
            assertThat(titles(screen(office, "/lists/problems?at=" + date(0)))).hasSize(1);
            assertThat(titles(screen(office, "/lists/assignments?at=" + date(2))))
                    .hasSize(1);
        }
    }

    @Test
    void a_long_list_shows_its_first_lines_and_where_it_goes_on() {
        try (var office = new Office(Databases.h2())) {
            IntStream.range(0, 60).forEach(i -> {
                var life = new Life("c" + i);
                office.read(life.on(1, life.reported(1)));
            });
            var page = screen(office, "/lists/problems");
            assertThat(page.select("tr.line")).hasSize(50);
            assertThat(page.select("#total").text()).isEqualTo("60");
            var more = page.select("#more a").attr("hx-get");

            var rest = screen(office, more);
            assertThat(rest.select("tr.line")).hasSize(10);
            assertThat(rest.select("#more")).isEmpty();
        }
    }

    @Test
    void a_page_speaks_the_language_of_its_reader_with_the_other_one_beside_its_heading() {
        try (var office = new Office(Databases.h2())) {
            var chinese = Jsoup.parse(Office.body(office.ask(Locale.SIMPLIFIED_CHINESE, "/lists/problems")));
            var english = Jsoup.parse(Office.body(office.ask(Locale.ENGLISH, "/lists/problems")));

            assertThat(chinese.select("h1").text()).isEqualTo("问题清单 Problem list");
            assertThat(english.select("h1").text()).isEqualTo("Problem list 问题清单");
            assertThat(chinese.select("html").attr("lang")).isEqualTo("zh-CN");
        }
    }

    @Test
    void another_case_is_found_by_its_title_or_number_if_one_may_know_of_it() {
        try (var office = new Office(Databases.h2())) {
            var secret = new Life("x");
            var life = new Life("c1");
            office.read(life.on(0, life.reported(0)))
                    .read(secret.on(1, secret.reported(1, "ACCUSATION", List.of("u-bureau"))));
            for (var words : List.of("宅基地", "2026-c1", "")) {
                assertThat(screen(office, "/choose/cases?q=" + words)
                                .select("[role=option]")
                                .eachAttr("data-value"))
                        .as(words)
                        .containsExactly("c1");
            }
            assertThat(screen(office, "/choose/cases?q=水库").select("[role=option]"))
                    .isEmpty();
        }
    }

    @Test
    void a_reader_is_offered_what_his_role_may_do() {
        try (var office = new Office(Databases.h2())) {
            assertThat(screen(office, "/lists/problems").select("a[href=/cases/new]"))
                    .hasSize(1);
            office.as(Actor.of("privacy", "u-bureau", Role.PRIVACY_OFFICER));
            assertThat(screen(office, "/lists/problems").select("a[href=/cases/new], #bulk-assign"))
                    .isEmpty();
            assertThat(office.ask("/cases/new").getStatus()).isEqualTo(403);
        }
    }

    @Test
    void a_mistake_in_the_address_is_said_on_a_page() {
        try (var office = new Office(Databases.h2())) {
            var answer = office.ask("/lists/problems?colour=red");
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(answer.getContentType()).startsWith("text/html");
            assertThat(Jsoup.parse(Office.body(answer)).select(".wrong").text()).contains("colour");
            assertThat(office.ask("/cases/00000000-0000-0000-0000-000000000000").getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void the_page_of_a_case_masks_its_people_and_offers_the_steps_that_are_possible() {
        try (var office = new Office(Databases.h2())) {
            var life = new Life("c1");
            office.read(life.on(1, life.reported(1)));

            var page = screen(office, "/cases/c1");
            assertThat(page.select("[data-version]").attr("data-version")).isEqualTo("1");
            assertThat(page.select("#step-assign, #step-accept, #step-note")).hasSize(3);
            assertThat(page.select("#step-closeout, #step-revisit")).isEmpty();
            assertThat(page.select("[data-part=clocks] .clock")).isNotEmpty();

            var then = screen(office, "/cases/c1?at=" + date(2));
            assertThat(then.select(".steps")).as("the past offers no steps").isEmpty();
        }
    }

    @Test
    void a_case_that_a_handler_settled_is_not_his_to_strike_off() {
        try (var office = new Office(Databases.h2())) {
            var life = new Life("c1");
            office.read(life.on(1, life.reported(1))
                    .on(2, life.assigned(2, "u-bureau"))
                    .on(3, life.resolved(3, null)));
            var everything = new Role[] {Role.CLOSEOUT_APPROVER, Role.PETITION_OFFICER};
            office.as(Actor.of("approver", "u-bureau", everything));
            var page = screen(office, "/cases/c1");
            assertThat(page.select(".blocked .closed").text())
                    .as("said in words, not as a code")
                    .doesNotContain("NOT_CONFIRMED_BY_REVISIT")
                    .isNotBlank();
        }
    }

    private static Document screen(Office office, String address) {
        var answer = office.ask(address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(Office.body(answer));
    }

    private static List<String> titles(Document page) {
        return page.select("tr.line .title a").eachText();
    }

    private static String date(int offset) {
        return day(offset + 1).toString().substring(0, 10);
    }
}
