package io.doorstep.query.print;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.query.pages.Office;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** 个案表单。 What the forms of a case say, to whom, and when there is none. */
class CasePrintPageTest {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final List<String> NEVER_ON_PAPER =
            List.of("𠮷某某", "13712341234", "43052519900101003X", "某村三组", "AAAA", "person-1");

    @ParameterizedTest
    @EnumSource(PrintedForm.class)
    void every_form_has_its_number_its_rare_name_masked_and_all_typefaces_inside(PrintedForm form) {
        try (var office = new Office(Databases.h2())) {
            PaperCase.whole(office).read();

            for (var language : List.of(CHINESE, Locale.ENGLISH)) {
                var print = print(office, language, form.key());
                assertThat(print.text()).contains("430525-2026-c1", "𠮷*").doesNotContain(NEVER_ON_PAPER);
                assertThat(print.text()).doesNotContain("null", "??", "{0}", "〓");
                assertThat(print.fonts()).isNotEmpty().allSatisfy(font -> {
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
                });
                assertThat(print.fonts())
                        .anyMatch(font -> font.getName().endsWith("+DoorstepRare"))
                        .anyMatch(font -> font.getName().endsWith("+DroidSansFallback"))
                        .anyMatch(font -> font.getName().endsWith("+OpenSans"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_notice_says_what_was_accepted_when_under_which_articles_and_until_when(DataSource database) {
        try (var office = new Office(database)) {
            PaperCase.whole(office).read();

            assertThat(print(office, CHINESE, "acceptance").text())
                    .contains("信访事项受理告知书", "𠮷*______________：")
                    .contains("您（你们）于2026年3月2日通过“来访”渠道反映的“宅基地边界纠纷”（编号：430525-2026-c1）已收悉。")
                    .contains("依照《信访工作条例》第二十三条的规定，决定自2026年3月5日起予以受理。")
                    .contains("办理期限至2026年5月6日届满（《信访工作条例》第三十四条）。")
                    .contains("请保持电话畅通。", "本事项由officer-li承办", "u-bureau（盖章）2026年3月5日", "送达回执");
            assertThat(print(office, Locale.ENGLISH, "acceptance").text())
                    .contains(Print.plain("Notice of acceptance (petition)"), Print.plain("by 6 May 2026"));
        }
    }

    @Test
    void the_assignment_sheet_says_who_answers_what_is_asked_and_what_the_law_asks() {
        try (var office = new Office(Databases.h2())) {
            PaperCase.whole(office).read();

            assertThat(print(office, CHINESE, "assignment").text())
                    .contains("信访事项交办单", "交办单位u-bureau", "承办单位u-town", "承办人officer-li", "包案领导leader-zhou")
                    .contains("反馈到期日2026年4月1日", PaperCase.STATEMENT, PaperCase.INSTRUCTION)
                    .contains("自签收之日起5个工作日内", "自签收之日起15日内", "自受理之日起60日内办结")
                    .contains("已于2026年3月4日签收", "异议到期日：2026年3月10日", "u-bureau（盖章）2026年3月3日");
        }
    }

    @Test
    void the_opinion_says_what_was_found_and_what_the_petitioner_can_do_about_it() {
        try (var office = new Office(Databases.h2())) {
            PaperCase.whole(office).read();

            assertThat(print(office, CHINESE, "opinion").text())
                    .contains("信访事项处理意见书", PaperCase.STATEMENT, PaperCase.SUMMARY)
                    .contains("1．文字：丈量记录一份2．附件0123456789ab…")
                    .contains("支持诉求；事项于2026年3月6日化解。")
                    .contains("可以自收到本意见书之日起30日内，请求本单位的上一级机关、单位复查", "《信访工作条例》第三十五条", "第三十六条")
                    .contains("u-town（盖章）2026年3月6日");
        }
    }

    @Test
    void a_mediated_dispute_ends_in_an_agreement_that_a_court_can_confirm() {
        try (var office = new Office(Databases.h2())) {
            PaperCase.in(office)
                    .reported("田埂争执", "DISPUTE", "VISIT", List.of())
                    .resolved("MEDIATED")
                    .read();

            assertThat(print(office, CHINESE, "opinion").text())
                    .contains("矛盾纠纷处理意见书", "司法确认（《人民调解法》第三十三条）")
                    .doesNotContain("第三十五条");
        }
    }

    @Test
    void the_opinion_of_a_case_that_was_reopened_says_so() {
        try (var office = new Office(Databases.h2())) {
            var paper = PaperCase.whole(office);
            paper.life().on(6, paper.life().reopened(6, "REQUEST"));
            paper.read();

            assertThat(print(office, CHINESE, "opinion").text())
                    .contains("本件是第1轮的处理意见；该事项已于2026年3月8日重开。", "编号：430525-2026-c1")
                    .doesNotContain("第2轮");
            assertThat(print(office, CHINESE, "file").text()).contains("第2轮");
        }
    }

    @Test
    void the_revisit_record_is_that_of_the_last_revisit_with_the_earlier_ones_below() {
        try (var office = new Office(Databases.h2())) {
            var paper = PaperCase.in(office).reported().assigned().accepted().resolved("SUPPORTED");
            paper.life().on(5, paper.life().revisited(5, "NOT_REACHED"));
            paper.revisited(7).read();

            assertThat(print(office, CHINESE, "revisit").text())
                    .contains("回访时间2026年3月9日", "回访人auditor", "回访结论属实", "群众态度息诉息访", "满意度满意")
                    .contains(PaperCase.FINDINGS, "办结时间2026年3月6日", "此前的回访", "2026年3月7日auditor未联系上息诉息访");
        }
    }

    @Test
    void the_whole_file_holds_every_fact_with_both_its_times_and_marks_the_late_ones() {
        try (var office = new Office(Databases.h2())) {
            var paper = PaperCase.whole(office);
            var life = paper.life();
            life.late(9, life.visited(2, "v1", "DOWN_VISIT"), "OUT_OF_ORDER").on(10, life.closedOut(10));
            paper.read();

            var text = print(office, CHINESE, "file").text();
            assertThat(text)
                    .contains("信访事项卷宗", "办理经过（共8项，按登记先后）", "由officer打印")
                    .contains("1登记（上报）2026-03-0209:00登记于2026-03-0209:00")
                    .contains("7走访补录2026-03-0409:00登记于2026-03-1109:00")
                    .contains("8销号2026-03-1209:00", "officer（信访专员）u-bureau")
                    .contains("转送交办期限登记（上报）2026-03-0209:002026-03-17", "《信访工作条例》第二十二条")
                    .contains("137****1234", "****************3X", PaperCase.STATEMENT, PaperCase.SUMMARY);
            assertThat(log(office)).contains("TEXTS PRINT_FILE", "PETITIONERS PRINT_FILE");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "acceptance, 1, NO_ACCEPTANCE_ON_RECORD, 尚无受理记录, has not been accepted",
        "assignment, 0, NO_ASSIGNMENT_IN_FORCE, 没有有效的交办, No assignment",
        "opinion, 3, NO_RESOLUTION_ON_RECORD, 尚未办结, has not been resolved",
        "revisit, 4, NO_REVISIT_ON_RECORD, 尚无回访记录, No revisit",
        "poster, 9, NOT_FOUND, 没有找到, Not found"
    })
    void a_form_of_what_is_not_on_record_is_refused_by_name(
            String document, int day, String code, String chinese, String english) {
        try (var office = new Office(Databases.h2())) {
            PaperCase.whole(office).read();
            var address = "/cases/c1/print/" + document + ".pdf?at={at}";

            var refused = office.ask(address, day(day));
            assertThat(refused.getStatus()).isEqualTo(404);
            assertThat(Office.problem(refused).get("code").stringValue()).isEqualTo(code);
            assertThat(Office.problem(refused).get("title").stringValue()).containsIgnoringCase(english);
            assertThat(Office.body(office.ask(CHINESE, address, day(day)))).contains(chinese);
            assertThat(log(office)).as("nothing was opened for it").isEmpty();
        }
    }

    @Test
    void a_browser_gets_the_same_form_and_a_refusal_as_a_page() {
        try (var office = new Office(Databases.h2())) {
            PaperCase.in(office).reported().read();

            var form = Print.of(office.browse(CHINESE, "/cases/c1/print/file.pdf"));
            assertThat(form.text()).contains("信访事项卷宗");
            var refused = office.browse(CHINESE, "/cases/c1/print/opinion.pdf");
            assertThat(refused.getStatus()).isEqualTo(404);
            assertThat(refused.getContentType()).startsWith("text/html");
            assertThat(Office.body(refused)).contains("该事项尚未办结，不能打印处理意见书。");
            assertThat(Office.body(office.browse(CHINESE, "/print/month.pdf?month=never")))
                    .contains("应为月份");
        }
    }

    @Test
    void a_form_of_the_past_says_which_past_it_shows_and_whose_knowledge() {
        try (var office = new Office(Databases.h2())) {
            PaperCase.whole(office).read();

            assertThat(print(office, CHINESE, "assignment").text()).doesNotContain("本件按");
            assertThat(Print.of(office.ask(CHINESE, "/cases/c1/print/assignment.pdf?at={at}", day(1)))
                            .text())
                    .contains("本件按2026-03-0309:00的情形印制，不是现状。", "签收人：______________")
                    .doesNotContain("已于");
            assertThat(Print.of(office.ask(CHINESE, "/cases/c1/print/file.pdf?knownAt={k}", day(3)))
                            .text())
                    .contains("本件按2026-03-0509:00前的记录印制", "共4项")
                    .doesNotContain(PaperCase.SUMMARY);
        }
    }

    @Test
    void sealed_words_stay_sealed_on_paper_for_who_does_not_work_on_the_case() {
        try (var office = new Office(Databases.h2())) {
            PaperCase.whole(office).read();

            office.as(Actor.of("counter", "u-bureau", Role.PRIVACY_OFFICER));
            assertThat(print(office, CHINESE, "opinion").text())
                    .contains("[密封]", "𠮷*")
                    .doesNotContain(PaperCase.STATEMENT, PaperCase.SUMMARY);
            assertThat(log(office)).containsExactly("PETITIONERS PRINT_OPINION");
        }
    }

    @Test
    void an_accusation_is_not_printed_for_the_unit_it_accuses() {
        try (var office = new Office(Databases.h2())) {
            PaperCase.in(office)
                    .reported("反映窗口推诿", "ACCUSATION", "LETTER", List.of("u-water"))
                    .assigned()
                    .read();

            office.as(Actor.of("somebody", "u-water", Role.UNIT_HEAD));
            for (var form : PrintedForm.values()) {
                var refused = office.ask("/cases/c1/print/" + form.key() + ".pdf");
                assertThat(refused.getStatus()).isEqualTo(404);
                assertThat(Office.problem(refused).get("code").stringValue()).isEqualTo("NOT_FOUND");
            }
            assertThat(log(office)).isEmpty();
        }
    }

    @Test
    void what_was_erased_is_not_on_paper() {
        try (var office = new Office(Databases.h2())) {
            PaperCase.whole(office).read();
            office.vault().destroy("person-1");

            assertThat(print(office, CHINESE, "acceptance").text())
                    .contains("[已删除]", "宅基地边界纠纷")
                    .doesNotContain("𠮷*");
        }
    }

    @Test
    void the_file_is_shown_in_place_and_named_after_number_and_form() {
        try (var office = new Office(Databases.h2())) {
            PaperCase.whole(office).read();

            var response = office.ask(CHINESE, "/cases/c1/print/opinion.pdf");
            assertThat(response.getHeader("Content-Disposition"))
                    .isEqualTo(
                            "inline; filename=\"430525-2026-c1-opinion.pdf\"; filename*=UTF-8''"
                                    + "430525-2026-c1-%E4%BF%A1%E8%AE%BF%E4%BA%8B%E9%A1%B9%E5%A4%84%E7%90%86%E6%84%8F%E8%A7%81%E4%B9%A6.pdf");
            assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
            assertThat(office.ask("/cases/c1/print/opinion.pdf?verbose=yes").getStatus())
                    .isEqualTo(400);
            assertThat(office.ask("/cases/nowhere/print/opinion.pdf").getStatus())
                    .isEqualTo(404);
            assertThat(office.ask("/cases/c1/print/opinion.pdf?version=99").getStatus())
                    .isEqualTo(503);
        }
    }

    private static Print print(Office office, Locale language, String document) {
        return Print.of(office.ask(language, "/cases/c1/print/" + document + ".pdf"));
    }

    private static List<String> log(Office office) {
        return office.reading()
                .jdbc()
                .sql("select what, purpose from access_log order by id")
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list();
    }
}
