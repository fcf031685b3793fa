package io.doorstep.query.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseCode;
import io.doorstep.query.asof.Life;
import io.doorstep.query.pages.Office;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 背包走访单。 What a sheet for the rucksack tells of a case, and what it leaves out. */
class VisitSheetPrintTest {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void each_case_has_a_sheet_with_a_code_what_was_before_and_room_to_write(DataSource database) {
        try (var office = new Office(database)) {
            PaperCase.in(office).reported().read();
            var life = new Life("000123");
            office.read(life.on(0, life.reported(0)).on(2, life.visited(2, "v1", "DOWN_VISIT")));

            var print = Print.of(office.browse(CHINESE, "/visits/sheets.pdf?case=000123&case=c1&case=000123"));
            assertThat(print.pages()).hasSize(2);
            assertThat(print.pages().get(0))
                    .contains("背包走访单", "430525-2026-000123", new CaseCode(26, 123).text(), "此前走访2026-03-04下访")
                    .contains("□当场化解□承诺", "□息诉息访", "群众签名", "走访人签名", "由officer打印");
            assertThat(print.pages().get(1)).contains("430525-2026-c1", "走访码—").doesNotContain("此前走访");
            assertThat(print.text()).doesNotContain("null", "??", "{0}", "〓");
            assertThat(Print.of(office.browse(Locale.ENGLISH, "/visits/sheets.pdf?case=000123"))
                            .words())
                    .contains("Visit sheet", "Petitioner signs")
                    .doesNotContain("null", "??");
        }
    }

    @Test
    void only_a_family_name_stands_there_unless_somebody_asks_for_more_on_record() {
        try (var office = new Office(Databases.h2())) {
            PaperCase.in(office).reported().read();

            assertThat(Print.of(office.browse(CHINESE, "/visits/sheets.pdf?case=c1"))
                            .text())
                    .contains("𠮷*")
                    .doesNotContain("𠮷某某", "某村三组", "13712341234", "137****1234", PaperCase.STATEMENT);
            assertThat(Print.of(office.browse(CHINESE, "/visits/sheets.pdf?case=c1&names=true"))
                            .text())
                    .contains("𠮷某某", "某村三组")
                    .doesNotContain("13712341234", "43052519900101003X", PaperCase.STATEMENT);
            assertThat(office.reading()
                            .jdbc()
                            .sql("select what, purpose from access_log order by id")
                            .query((row, n) -> row.getString(1) + " " + row.getString(2))
                            .list())
                    .containsExactly("PETITIONERS PRINT_VISIT", "PETITIONERS PRINT_VISIT");
        }
    }

    @Test
    void who_does_not_work_on_cases_gets_no_names_and_who_may_not_know_of_one_gets_nothing() {
        try (var office = new Office(Databases.h2())) {
            PaperCase.in(office)
                    .reported("反映窗口推诿", "ACCUSATION", "LETTER", List.of("u-water"))
                    .assigned()
                    .read();

            office.as(Actor.of("counter", "u-bureau", Role.PRIVACY_OFFICER));
            assertThat(Print.of(office.browse(CHINESE, "/visits/sheets.pdf?case=c1&names=true"))
                            .text())
                    .doesNotContain("𠮷某某", "某村三组");
            office.as(Actor.of("somebody", "u-water", Role.UNIT_HEAD));
            assertThat(office.browse(CHINESE, "/visits/sheets.pdf?case=c1").getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void no_case_and_too_many_are_refused_in_words() {
        try (var office = new Office(Databases.h2())) {
            assertThat(office.browse(CHINESE, "/visits/sheets.pdf").getStatus()).isEqualTo(400);
            office.as(Actor.of("counter", "u-bureau", Role.STATISTICIAN));
            assertThat(office.browse(CHINESE, "/visits/sheets.pdf").getStatus()).isEqualTo(403);
            office.as(Actor.of("officer", "u-bureau", Role.PETITION_OFFICER));
            var many = office.browse(CHINESE, "/visits/sheets.pdf?x" + "&case=c".repeat(51));
            assertThat(many.getStatus()).isEqualTo(400);
            assertThat(Office.body(many)).contains("最多 50 项");
        }
    }
}
