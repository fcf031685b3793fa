package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.WORDS;
import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.AssignmentReturnProposed;
import io.doorstep.events.cases.AssignmentReturnRefused;
import io.doorstep.events.cases.SupervisionAnswered;
import io.doorstep.events.cases.SupervisionOrdered;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.terms.Role;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 督办台账与退办情况。 */
class SupervisionPagesTest {

    private static final String BOTH = "io.doorstep.testing.Databases#both";

    private static Life ordered() {
        var life = new Life("c1");
        return life.on(0, life.reported(0))
                .on(1, life.assigned(1, "u-town"))
                .on(4, order("c1", 4, "TOWNSHIP", 10))
                .on(20, new SupervisionAnswered("c1", day(20), WORDS))
                .on(30, order("c1", 30, "COUNTY", 33));
    }

    private static SupervisionOrdered order(String id, int day, String level, int answerBy) {
        return new SupervisionOrdered(id, day(day), level, LocalDate.ofInstant(day(answerBy), ZoneOffset.UTC), null);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void every_order_is_kept_with_what_became_of_it(DataSource database) {
        try (var office = new Office(database)) {
            office.read(ordered());

            office.at(day(33));
            assertThat(orders(office, "")).containsExactly("COUNTY OPEN null", "TOWNSHIP LATE 10");
            // 24:00 of the day has to be over
            office.at(day(34));
            assertThat(orders(office, "")).containsExactly("COUNTY OVERDUE 1", "TOWNSHIP LATE 10");
            assertThat(orders(office, "?state=OVERDUE")).containsExactly("COUNTY OVERDUE 1");
            assertThat(orders(office, "?to=" + day(5))).containsExactly("TOWNSHIP LATE 10");
            assertThat(orders(office, "?at=" + day(12))).containsExactly("TOWNSHIP OVERDUE 2");
            assertThat(orders(office, "?knownAt=" + day(19))).containsExactly("TOWNSHIP OVERDUE 24");
            assertThat(orders(office, "?unit=u-land")).isEmpty();
            assertThat(office.json("/api/supervision?size=1").get("next").stringValue())
                    .isNotBlank();
            assertThat(office.json("/api/supervision").at("/states/LATE").intValue())
                    .isOne();
            assertThat(office.json("/api/supervision").at("/items/0/byUnit").stringValue())
                    .isEqualTo("u-bureau");
            var file = Office.body(office.ask(Locale.SIMPLIFIED_CHINESE, "/api/supervision.csv"));
            assertThat(file).contains("督办状态").contains("逾期未答复");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void an_order_is_answered_in_time_or_left_behind(DataSource database) {
        try (var office = new Office(database)) {
            var early = new Life("c1");
            office.read(early.on(0, early.reported(0))
                    .on(1, order("c1", 1, "COUNTY", 5))
                    .on(5, new SupervisionAnswered("c1", day(5), WORDS)));
            var gone = new Life("c2");
            office.read(gone.on(0, gone.reported(0))
                    .on(1, gone.assigned(1, "u-town"))
                    .on(2, order("c2", 2, "PROVINCE", 60))
                    .on(3, gone.accepted(3))
                    .on(4, gone.resolved(4, null))
                    .on(5, gone.revisited(5, "CONFIRMED"))
                    .on(6, gone.closedOut(6)));

            office.at(day(9));
            assertThat(orders(office, "")).containsExactly("PROVINCE ENDED null", "COUNTY IN_TIME null");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void what_units_hand_back_is_told_by_case_those_that_come_up_most_first(DataSource database) {
        try (var office = new Office(database)) {
            var life = new Life("c1");
            office.read(life.on(0, life.reported(0))
                    .on(1, life.assigned(1, "u-town"))
                    .on(2, new AssignmentReturnProposed("c1", day(2), "u-town", WORDS))
                    .on(3, life.returned(3, "u-town"))
                    .on(4, life.assigned(4, "u-land"))
                    .on(5, new AssignmentReturnProposed("c1", day(5), "u-land", WORDS))
                    .on(6, new AssignmentReturnRefused("c1", day(6), "u-land", WORDS))
                    .on(7, new AssignmentReturnProposed("c1", day(7), "u-land", WORDS)));
            var once = new Life("c2");
            office.read(once.on(0, once.reported(0))
                    .on(8, once.assigned(8, "u-town"))
                    .on(9, new AssignmentReturnProposed("c2", day(9), "u-town", WORDS)));
            var never = new Life("c3");
            office.read(never.on(0, never.reported(0)));

            office.at(day(10));
            var items = office.json("/api/supervision/returns").get("items");
            assertThat(items.size()).isEqualTo(2);
            var first = items.get(0);
            assertThat(first.get("caseId").stringValue()).isEqualTo("c1");
            assertThat(first.get("proposed").intValue()).isEqualTo(3);
            assertThat(first.get("returned").intValue()).isOne();
            assertThat(first.get("refused").intValue()).isOne();
            assertThat(first.at("/steps/0/unit").stringValue()).isEqualTo("u-town");
            assertThat(first.at("/steps/0/decision").stringValue()).isEqualTo("RETURNED");
            assertThat(first.at("/steps/1/decision").stringValue()).isEqualTo("REFUSED");
            assertThat(first.at("/steps/2/decision").isNull()).isTrue();
            assertThat(office.json("/api/supervision/returns?at=" + day(4))
                            .at("/items/0/proposed")
                            .intValue())
                    .isOne();
            var second = office.json("/api/supervision/returns?size=1&cursor="
                    + office.json("/api/supervision/returns?size=1").get("next").stringValue());
            assertThat(second.at("/items/0/caseId").stringValue()).isEqualTo("c2");
            assertThat(Office.body(office.ask("/api/supervision/returns.csv"))).contains("u-town u-land");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_unit_sees_its_own_cases_and_the_pages_speak_both_languages(DataSource database) {
        try (var office = new Office(database)) {
            office.read(ordered());
            office.at(day(33));

            for (var language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                assertThat(Office.body(office.browse(language, "/supervision"))).contains("430525-2026-c1");
                assertThat(office.browse(language, "/supervision/returns").getStatus())
                        .isEqualTo(200);
            }
            office.as(Actor.of("head", "u-land", Role.UNIT_HEAD));
            assertThat(orders(office, "")).isEmpty();
            office.as(Actor.of("figures", "u-land", Role.STATISTICIAN));
            assertThat(office.ask("/api/supervision").getStatus()).isEqualTo(403);
        }
    }

    private static List<String> orders(Office office, String query) {
        var lines = new ArrayList<String>();
        for (var line : office.json("/api/supervision" + query).get("items")) {
            var over = line.get("daysOver");
            lines.add(line.get("level").stringValue() + " " + line.get("state").stringValue() + " "
                    + (over == null || over.isNull() ? "null" : over.intValue()));
        }
        return lines;
    }
}
