package io.doorstep.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseCode;
import io.doorstep.query.asof.Life;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.util.Locale;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 纸质走访单的网页。 Choosing what goes out on paper, and finding it again by its code. */
class PaperPagesTest {

    private static final String CODE = new CaseCode(26, 123).text();

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_code_finds_its_case_on_the_page_and_in_the_search_box(DataSource database) {
        try (var office = new Office(database)) {
            office.read(reported("000123")).read(reported("000124"));

            var page =
                    page(office, "/visits/paper?code=" + CODE.replace("-", "").toLowerCase(Locale.ROOT));
            assertThat(page.select("form[data-command]").attr("data-command")).isEqualTo("/api/cases/000123/visits");
            assertThat(page.select("[name=lateEntryReason]").attr("value")).startsWith("由纸质走访单补录");
            var list = office.json("/api/lists/problems?q={q}", CODE);
            assertThat(list.get("total").intValue()).isEqualTo(1);
            assertThat(list.get("items").get(0).get("caseId").stringValue()).isEqualTo("000123");
            assertThat(page(office, "/visits/paper?done=430525-2026-000123")
                            .select(".told")
                            .text())
                    .contains("430525-2026-000123 的走访已记录");
        }
    }

    @Test
    void a_code_with_a_wrong_character_finds_nothing_and_says_so() {
        try (var office = new Office(Databases.h2())) {
            office.read(reported("000123")).read(reported("000124"));
            var wrong = CODE.substring(0, CODE.length() - 1) + (CODE.endsWith("7") ? "8" : "7");

            var page = page(office, "/visits/paper?code=" + wrong);
            assertThat(page.select("form[data-command]")).isEmpty();
            assertThat(page.select(".wrong").text()).contains("没有这个走访码");
            assertThat(page(office, "/visits/paper").select(".wrong")).isEmpty();
        }
    }

    @Test
    void the_cases_to_print_are_those_chosen_elsewhere_or_all_that_can_be_chosen() {
        try (var office = new Office(Databases.h2())) {
            office.read(reported("000123")).read(reported("000124"));

            assertThat(page(office, "/visits/sheets?case=000124")
                            .select("[name=case][checked]")
                            .eachAttr("value"))
                    .containsExactly("000124");
            assertThat(page(office, "/visits/sheets").select("[name=case]").eachAttr("value"))
                    .containsExactlyInAnyOrder("000123", "000124");
            assertThat(office.browse(Locale.SIMPLIFIED_CHINESE, "/visits/sheets?case=nowhere")
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void only_who_may_record_visits_enters_them() {
        try (var office = new Office(Databases.h2())) {
            office.as(Actor.of("approver", "u-bureau", Role.CLOSEOUT_APPROVER));
            assertThat(office.browse(Locale.SIMPLIFIED_CHINESE, "/visits/paper").getStatus())
                    .isEqualTo(403);
        }
    }

    private static Life reported(String id) {
        var life = new Life(id);
        return life.on(0, life.reported(0));
    }

    private static Document page(Office office, String address) {
        var answer = office.browse(Locale.SIMPLIFIED_CHINESE, address);
        assertThat(answer.getStatus()).as(Office.body(answer)).isEqualTo(200);
        return Jsoup.parse(Office.body(answer));
    }
}
