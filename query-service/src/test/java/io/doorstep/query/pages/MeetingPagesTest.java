package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 小板凳议事会的责任清单。 */
class MeetingPagesTest {

    private static final String VILLAGE = "430525100201";

    private static Life raised(String id, int day, String channel, String place) {
        var life = new Life(id);
        return life.on(
                day,
                new CaseReported(
                        id,
                        day(day),
                        "430525-2026-" + id,
                        "VILLAGE_ISSUE",
                        channel,
                        "0101",
                        place,
                        "路灯不亮",
                        null,
                        List.of(),
                        1,
                        List.of(),
                        LocalDate.of(2026, 3, 17),
                        "national-1"));
    }

    private static Life answered(String id) {
        return raised(id, 0, "VILLAGE_MEETING", VILLAGE)
                .on(0, new CaseAssigned(id, day(0), "u-town", null, null, LocalDate.of(2026, 3, 10), null));
    }

    private static Office meeting(DataSource database) {
        var office = new Office(database);
        office.read(answered("a"));
        office.read(answered("b").on(5, new Life("b").resolved(5, null)));
        office.read(raised("c", 0, "VILLAGE_MEETING", VILLAGE + "001"));
        office.read(raised("d", 0, "GRID_PATROL", VILLAGE));
        office.read(raised("e", 1, "VILLAGE_MEETING", VILLAGE));
        office.read(raised("f", 0, "VILLAGE_MEETING", "430525100202"));
        return office;
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_list_is_what_was_raised_there_that_day_and_what_came_of_it(DataSource database) {
        try (var office = meeting(database)) {
            office.at(day(8));
            assertThat(states(office, "")).containsExactly("a OPEN", "b DONE", "c OPEN");
            office.at(day(10));
            assertThat(states(office, "")).containsExactly("a OVERDUE", "b DONE", "c OPEN");
            assertThat(states(office, "?at=" + day(3))).containsExactly("a OPEN", "b OPEN", "c OPEN");
            var sum = office.json("/api/meetings/" + VILLAGE + "/2026-03-02").get("meeting");
            assertThat(sum.get("matters").intValue()).isEqualTo(3);
            assertThat(sum.get("overdue").intValue()).isOne();
        }
    }

    @Test
    void meetings_are_listed_latest_first_and_shown_on_screen_and_paper() {
        try (var office = meeting(Databases.h2())) {
            office.at(day(8));
            var lines = new ArrayList<String>();
            for (var one : office.json("/api/meetings").get("items")) {
                lines.add(one.get("place").stringValue() + " " + one.get("day").stringValue() + " "
                        + one.get("matters").intValue());
            }
            assertThat(lines)
                    .containsExactlyInAnyOrder(
                            VILLAGE + " 2026-03-03 1", VILLAGE + " 2026-03-02 3", "430525100202 2026-03-02 1");
            assertThat(lines.get(0)).contains("2026-03-03");
            for (var language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                for (var address : List.of("/meetings", "/meetings/new")) {
                    assertThat(office.browse(language, address).getStatus()).isEqualTo(200);
                }
                for (var end : List.of("", "/print")) {
                    assertThat(Office.body(office.browse(language, "/meetings/" + VILLAGE + "/2026-03-02" + end)))
                            .contains("430525-2026-a")
                            .doesNotContain("430525-2026-d");
                }
            }
        }
    }

    @Test
    void a_unit_sees_its_own_matters_and_who_does_not_report_enters_no_meeting() {
        try (var office = meeting(Databases.h2())) {
            office.as(Actor.of("handler", "u-town", Role.HANDLER)).at(day(8));
            assertThat(states(office, "")).containsExactly("a OPEN", "b DONE");
            assertThat(office.browse(Locale.ENGLISH, "/meetings/new").getStatus())
                    .isEqualTo(403);
            assertThat(office.ask("/api/meetings/" + VILLAGE + "/yesterday").getStatus())
                    .isEqualTo(400);
        }
    }

    private static List<String> states(Office office, String query) {
        var lines = new ArrayList<String>();
        for (var one :
                office.json("/api/meetings/" + VILLAGE + "/2026-03-02" + query).get("items")) {
            lines.add(one.get("caseId").stringValue() + " " + one.get("state").stringValue());
        }
        return lines;
    }
}
