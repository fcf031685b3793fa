package io.doorstep.query.print;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseMerged;
import io.doorstep.events.cases.CaseWithdrawn;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.query.pages.Office;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** 月报。 The counts, figures and lists of March 2026, of eight lives told by hand. */
class MonthPrintPageTest {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_report_of_a_month_adds_up(DataSource database) {
        try (var office = marchOfEight(new Office(database))) {
            var print = report(office, "month=2026-03");

            assertThat(print.width()).as("landscape").isGreaterThan(print.height());
            assertThat(print.text())
                    .contains("2026年3月信访工作三张清单月报", "截至2026-03-3123:59", "第1页，共")
                    .doesNotContain("本月尚未结束", "null", "??");
            assertThat(print.words())
                    .as("reported, open, overdue, in force, of these new, waiting, closed out, net")
                    .contains("其中未重开（净） 7 4 1 3 3 1 3 2 ");
            assertThat(print.words())
                    .as("reported = open (a c d h) + closed out, net (b) + exits (e f); and g of February")
                    .contains("本月登记的事项 7 4 1 2 已并案：1 已撤回：1", "历年登记的事项 8 4 2 2 已并案：1 已撤回：1");
            assertThat(print.words())
                    .contains("化解率（按登记） 2 6 33.33 % 并案 1", "化解率（按期间） 3 7 42.86 % 并案 1")
                    .contains("销号率 1 6 16.67 % 并案 1", "按期办结率 0 0 —", "及时受理率 2 2 100.00 %")
                    .contains("息诉息访率 3 3 100.00 %", "门口化解率 0 3 0.00 %", "回访核实率 2 2 100.00 %")
                    .contains("重开率 1 3 33.33 %", "重复信访率 0 6 0.00 % 并案 1");
        }
    }

    @Test
    void the_three_lists_stand_behind_it_line_by_line() {
        try (var office = marchOfEight(new Office(Databases.h2()))) {
            var text = report(office, "month=2026-03").text();

            assertThat(text)
                    .contains("附件1问题清单期末在册的事项，共4件")
                    .contains("1430525-2026-h430525100201宅基地边界纠纷申诉求决已登记2026-03-312026-03-17-14黑")
                    .contains("4430525-2026-a430525100201宅基地边界纠纷申诉求决已交办u-townofficer-li2026-03-02无")
                    .contains("附件2交办清单期末有效的交办，共3件")
                    .contains("430525-2026-du-waterofficer-li430525100201宅基地边界纠纷2026-03-06")
                    .contains("附件3销号清单本月销号和期末待回访、待销号的事项，共4件")
                    .contains("430525-2026-c已销号", "430525-2026-g已销号", "430525-2026-d待回访")
                    .doesNotContain("430525-2026-e", "430525-2026-f", "430525-2026-z");
        }
    }

    @Test
    void the_report_of_a_unit_is_about_its_cases() {
        try (var office = marchOfEight(new Office(Databases.h2()))) {
            var words = report(office, "month=2026-03&unit=u-water").words();

            assertThat(words)
                    .contains("承办单位：u-water", "本月登记的事项 1 1 0 0", "销号率 0 1 0.00 %")
                    .doesNotContain("430525-2026-a");
        }
    }

    @Test
    void a_list_that_is_too_long_for_paper_says_how_many_lines_are_missing() {
        try (var office = marchOfEight(new Office(Databases.h2(), Map.of("doorstep.print.most-lines", 2)))) {
            var print = report(office, "month=2026-03");

            assertThat(print.text()).contains("以上列出2件，另有2件未列出；全部清单请从系统导出Excel。");
        }
    }

    @Test
    void a_month_that_is_not_over_says_so_and_one_to_come_is_refused() {
        try (var office = marchOfEight(new Office(Databases.h2())).at(day(20))) {
            assertThat(report(office, "month=2026-03").text()).contains("本月尚未结束，数字还会变化。", "截至2026-03-2209:00");
            assertThat(office.ask("/print/month.pdf?month=2026-04").getStatus()).isEqualTo(400);
        }
    }

    @Test
    void what_was_not_known_then_is_not_in_a_report_as_known_then() {
        try (var office = marchOfEight(new Office(Databases.h2()))) {
            var print = Print.of(office.ask(CHINESE, "/print/month.pdf?month=2026-03&knownAt={k}", day(2)));

            assertThat(print.text())
                    .contains("截至2026-03-3123:59，按2026-03-0409:00前的记录")
                    .doesNotContain("已撤回：1");
        }
    }

    @Test
    void an_accusation_does_not_count_for_the_unit_it_accuses() {
        try (var office = new Office(Databases.h2()).at(day(40))) {
            var life = new Life("x");
            office.read(life.on(0, life.reported(0, "ACCUSATION", List.of("u-water"))));

            assertThat(report(office, "month=2026-03").words()).contains("本月登记的事项 1 1 0 0");
            office.as(Actor.of("somebody", "u-water", Role.UNIT_HEAD));
            assertThat(report(office, "month=2026-03").text())
                    .contains("本月登记的事项00")
                    .doesNotContain("430525-2026-x");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', month REQUIRED",
        "month=march, month NOT_A_MONTH",
        "month=2026-03&verbose=yes, verbose UNKNOWN_FIELD",
        "month=2026-03&knownAt=x, knownAt NOT_A_TIME"
    })
    void wrong_parameters_are_named(String query, String fault) {
        try (var office = new Office(Databases.h2())) {
            var refused = office.ask("/print/month.pdf?" + query);

            assertThat(refused.getStatus()).isEqualTo(400);
            var error = Office.problem(refused).at("/errors/0");
            assertThat(error.get("field").stringValue() + " "
                            + error.get("code").stringValue())
                    .isEqualTo(fault);
        }
    }

    /** Read in April. Day 0 is 2 March, the month ends with day 29. */
    private static Office marchOfEight(Office office) {
        var open = new Life("a");
        office.read(open.on(0, open.reported(0)).on(1, open.assigned(1, "u-town")));
        office.read(new Life("b").untilClosedOut());
        var reopened = new Life("c").untilClosedOut();
        office.read(reopened.on(10, reopened.reopened(10, "REQUEST")));
        var waiting = new Life("d");
        office.read(waiting.on(3, waiting.reported(3))
                .on(4, waiting.assigned(4, "u-water"))
                .on(8, waiting.resolved(8, null)));
        var merged = new Life("e");
        office.read(merged.on(5, merged.reported(5)).on(6, new CaseMerged("e", day(6), "a", Life.WORDS)));
        var withdrawn = new Life("f");
        office.read(withdrawn.on(5, withdrawn.reported(5)).on(7, new CaseWithdrawn("f", day(7), null)));
        var before = new Life("g");
        office.read(before.on(-10, before.reported(-10))
                .on(-9, before.resolved(-9, null))
                .on(-8, before.revisited(-8, "CONFIRMED"))
                .on(12, before.closedOut(12)));
        var last = new Life("h");
        office.read(last.on(29, last.reported(29)));
        var april = new Life("z");
        office.read(april.on(31, april.reported(31)));
        return office.at(day(40));
    }

    private static Print report(Office office, String query) {
        return Print.of(office.ask(CHINESE, "/print/month.pdf?" + query));
    }
}
