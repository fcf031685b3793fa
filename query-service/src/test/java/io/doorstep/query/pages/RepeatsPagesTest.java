package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseLinked;
import io.doorstep.events.cases.CaseMerged;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseUnlinked;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 疑似重复网页。 */
class RepeatsPagesTest {

    private final Office office = new Office(Databases.h2());

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void same_place_category_and_a_similar_title_are_a_candidate_and_the_page_says_so() {
        office.read(titled("a", 0, "宅基地边界纠纷", "430525100201"))
                .read(titled("b", 5, "宅基地边界又起纠纷", "430525100201"))
                .read(titled("c", 6, "宅基地边界纠纷", "430525100202"))
                .read(titled("d", 7, "拖欠农民工工资", "430525100201"));
        var page = page("/repeats");

        assertThat(page.select("[data-pair]").eachAttr("data-pair")).containsExactly("430525-2026-b 430525-2026-a");
        assertThat(page.select("[data-pair]").text()).contains("the same place", "the same category", "similar titles");
        assertThat(page.select("form[data-command=/api/cases/b/links] input[name=otherCaseId]")
                        .eachAttr("value"))
                .containsExactly("a", "a");
        assertThat(page("/cases/a/repeats").select("[data-pair]").eachAttr("data-pair"))
                .containsExactly("430525-2026-b");
        assertThat(office.json("/api/repeats").get("items").get(0).get("why").size())
                .isEqualTo(3);
    }

    @Test
    void the_same_number_of_a_person_is_a_candidate_wherever_and_that_he_was_recognised_is_on_record() {
        office.read(titled("a", 0, "宅基地边界纠纷", "430525100201")).read(titled("b", 5, "拖欠农民工工资", "430525100202"));
        List.of("a", "b")
                .forEach(id -> office.reading()
                        .jdbc()
                        .sql("insert into vault.number_hash (subject, what, case_id, hash) values (?, 'PHONE', ?, 'h')")
                        .params(id + "#1", id)
                        .update());

        assertThat(page("/repeats").select("[data-pair]").text()).contains("the same telephone number");
        assertThat(office.reading()
                        .jdbc()
                        .sql("select distinct case_id from access_log where purpose = 'SIMILAR' order by case_id")
                        .query(String.class)
                        .list())
                .containsExactly("a", "b");
    }

    @Test
    void what_a_person_decided_either_way_is_not_offered_again_unless_taken_back() {
        var later = titled("b", 5, "宅基地边界纠纷", "430525100201");
        office.read(titled("a", 0, "宅基地边界纠纷", "430525100201"))
                .read(later.on(6, new CaseLinked("b", day(6), "a", "NOT_REPEAT_OF", null)));
        assertThat(page("/repeats").select("[data-pair]")).isEmpty();
        var part = page("/cases/b/repeats");
        assertThat(part.select("[data-decided=NOT_REPEAT_OF] form").attr("data-command"))
                .isEqualTo("/api/cases/b/links/removal");
        assertThat(part.text()).contains("430525-2026-a");

        var again = titled("c", 7, "宅基地边界纠纷", "430525100209");
        office.read(titled("d", 8, "宅基地边界纠纷", "430525100209")
                        .on(9, new CaseLinked("d", day(9), "c", "NOT_REPEAT_OF", null))
                        .on(10, new CaseUnlinked("d", day(10), "c", "NOT_REPEAT_OF", Life.WORDS)))
                .read(again);
        assertThat(page("/repeats").select("[data-pair]").eachAttr("data-pair"))
                .containsExactly("430525-2026-d 430525-2026-c");
    }

    @Test
    void a_merged_number_is_found_and_says_where_it_went() {
        var merged = titled("b", 5, "宅基地边界纠纷", "430525100201");
        office.read(titled("a", 0, "宅基地边界纠纷", "430525100201"))
                .read(merged.on(6, new CaseMerged("b", day(6), "a", Life.WORDS)));

        var found = page("/lists/problems?q=430525-2026-b");
        assertThat(found.select("[data-merged]").eachAttr("data-merged")).containsExactly("430525-2026-b");
        assertThat(found.select("[data-merged] a").text()).startsWith("430525-2026-a");
        assertThat(page("/cases/b").select("#merged-into").attr("href")).isEqualTo("/cases/a");
        assertThat(page("/repeats").select("[data-pair]")).isEmpty();
    }

    @Test
    void only_who_decides_is_offered_and_only_of_cases_that_he_may_know() {
        office.read(titled("a", 0, "宅基地边界纠纷", "430525100201")).read(titled("b", 5, "宅基地边界纠纷", "430525100201"));
        var secret = new Life("x");
        office.read(secret.on(6, secret.reported(6, "ACCUSATION", List.of("u-bureau"))));
        assertThat(page("/repeats").select("[data-pair]").eachAttr("data-pair"))
                .containsExactly("430525-2026-b 430525-2026-a");
        for (var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(Office.body(office.ask(language, "/repeats"))).doesNotContain("??");
            assertThat(Office.body(office.ask(language, "/cases/b/repeats"))).doesNotContain("??");
        }
        office.as(Actor.of("li", "u-town", Role.HANDLER));
        assertThat(office.ask("/repeats").getStatus()).isEqualTo(403);
        assertThat(office.ask("/api/repeats").getStatus()).isEqualTo(403);
        assertThat(office.ask("/cases/b/repeats").getStatus()).isEqualTo(403);
    }

    @Test
    void accepting_a_repeat_of_a_final_case_is_said_to_be_impossible_and_the_decline_has_its_ground() {
        var repeat = titled("b", 60, "宅基地边界纠纷", "430525100201");
        repeat.on(61, new CaseLinked("b", day(61), "a", "REPEAT_OF", null));
        office.at(day(70)).read(new Life("a").untilClosedOut()).read(repeat);
        var page = page("/cases/b");

        assertThat(page.select("#step-decline textarea[name=ground]").text()).contains("Reg. 35 and 36");
        assertThat(page.text()).contains("The same facts were heard to the end");
        assertThat(page.select("#step-accept form")).isEmpty();
    }

    private Document page(String address) {
        var response = office.ask(address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(Office.body(response));
    }

    private static Life titled(String id, int day, String title, String place) {
        return new Life(id)
                .on(
                        day,
                        new CaseReported(
                                id,
                                day(day),
                                "430525-2026-" + id,
                                "PETITION",
                                "VISIT",
                                "0101",
                                place,
                                title,
                                Life.WORDS,
                                List.of(),
                                1,
                                List.of(),
                                LocalDate.of(2026, 3, 17),
                                "national-1"));
    }
}
