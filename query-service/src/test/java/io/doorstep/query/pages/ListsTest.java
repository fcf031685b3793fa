package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.AssignmentReturnProposed;
import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseUrged;
import io.doorstep.events.cases.Change;
import io.doorstep.events.cases.SupervisionOrdered;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.terms.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** 三张清单。 What each list shows at each step of a life, now, then, and as it was known then. */
class ListsTest {

    private static final String BOTH = "io.doorstep.testing.Databases#both";

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_life_passes_from_list_to_list(DataSource database) {
        try (var office = new Office(database)) {
            office.read(new Life("c1").untilClosedOut());

            assertThat(where(office, -1)).isEqualTo("0 0 0");
            assertThat(where(office, 0)).isEqualTo("1 0 0");
            for (var assigned : List.of(1, 2, 3)) {
                assertThat(where(office, assigned)).isEqualTo("1 1 0");
            }
            assertThat(where(office, 4)).isEqualTo("1 1 WAITING_REVISIT");
            assertThat(where(office, 5)).isEqualTo("1 1 WAITING_CLOSE_OUT");
            assertThat(where(office, 6)).isEqualTo("0 0 CLOSED_OUT");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void the_problem_list_has_all_its_columns(DataSource database) {
        try (var office = new Office(database)) {
            var life = new Life("c1");
            office.read(life.on(0, life.reported(0))
                    .on(1, life.assigned(1, "u-town"))
                    .on(2, life.signed(2, "u-town"))
                    .on(3, life.visited(3, "v1", "DOWN_VISIT")));

            var line = office.at(day(4)).json("/api/lists/problems").at("/items/0");

            assertThat(line.get("caseId").stringValue()).isEqualTo("c1");
            assertThat(line.get("number").stringValue()).isEqualTo("430525-2026-c1");
            assertThat(line.get("status").stringValue()).isEqualTo("SIGNED");
            assertThat(line.get("unit").stringValue()).isEqualTo("u-town");
            assertThat(line.get("officer").stringValue()).isEqualTo("officer-li");
            assertThat(line.get("reportedAt").stringValue()).isEqualTo("2026-03-02T01:00:00Z");
            assertThat(line.get("due").stringValue()).isEqualTo("2026-03-20");
            assertThat(line.get("dueClock").stringValue()).isEqualTo("NOTICE");
            assertThat(line.get("daysLeft").intValue()).isEqualTo(14);
            assertThat(line.get("light").stringValue()).isEqualTo("GREEN");
            assertThat(line.get("lastVisitAt").stringValue()).isEqualTo("2026-03-05T01:00:00Z");
            assertThat(line.get("lastType").stringValue()).isEqualTo("CaseVisited");
            assertThat(line.get("version").intValue()).isEqualTo(4);
            assertThat(line.get("joint").booleanValue()).isFalse();
            assertThat(line.propertyNames())
                    .contains("placeName", "categoryName", "unitName", "officerName", "leadOfficer", "repeat", "cycle");
            assertThat(office.at(day(19))
                            .json("/api/lists/problems")
                            .at("/items/0/light")
                            .stringValue())
                    .isEqualTo("BLACK");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void the_assignment_list_tells_of_pressure_and_returns(DataSource database) {
        try (var office = new Office(database)) {
            var life = new Life("c1");
            office.read(life.on(0, life.reported(0))
                    .on(1, life.assigned(1, "u-water"))
                    .on(2, life.returned(2, "u-water"))
                    .on(3, life.assigned(3, "u-town"))
                    .on(4, life.signed(4, "u-town"))
                    .on(5, new AssignmentReturnProposed("c1", day(5), "u-town", Life.WORDS))
                    .on(6, new CaseUrged("c1", day(6), Life.WORDS))
                    .on(7, new SupervisionOrdered("c1", day(7), "COUNTY", LocalDate.of(2026, 3, 30), null)));

            var page = office.json("/api/lists/assignments");
            var line = page.at("/items/0");

            assertThat(page.get("total").intValue()).isEqualTo(1);
            assertThat(line.get("unit").stringValue()).isEqualTo("u-town");
            assertThat(line.get("timesReturned").intValue()).isEqualTo(1);
            assertThat(line.get("urged").intValue()).isEqualTo(1);
            assertThat(line.get("supervision").stringValue()).isEqualTo("COUNTY");
            assertThat(line.get("answerBy").stringValue()).isEqualTo("2026-03-30");
            assertThat(line.get("returnProposed").stringValue()).isEqualTo("2026-03-07T01:00:00Z");
            assertThat(line.get("objectionDue").stringValue()).isEqualTo("2026-03-10");
            assertThat(office.json("/api/lists/assignments?from=2026-03-06")
                            .get("total")
                            .intValue())
                    .isZero();
            assertThat(office.json("/api/lists/assignments?from=2026-03-05&to=2026-03-06")
                            .get("total")
                            .intValue())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_case_closed_out_twice_counts_twice_gross_and_once_net(DataSource database) {
        try (var office = new Office(database)) {
            var life = new Life("c1").untilClosedOut();
            office.read(life.on(8, life.reopened(8, "REQUEST")));

            var reopened = office.json("/api/lists/closeouts");
            assertThat(reopened.at("/totals").toString()).isEqualTo("{\"waiting\":0,\"gross\":1,\"net\":0}");
            assertThat(reopened.at("/items/0/reopenedSince").booleanValue()).isTrue();
            assertThat(reopened.at("/items/0/cycle").intValue()).isEqualTo(1);
            assertThat(reopened.at("/items/0/overdue").booleanValue()).isFalse();

            office.read(life.on(10, life.resolved(10, null)));
            var waiting = office.json("/api/lists/closeouts");
            assertThat(waiting.at("/totals").toString()).isEqualTo("{\"waiting\":1,\"gross\":1,\"net\":0}");
            assertThat(texts(waiting, "state")).containsExactly("WAITING_REVISIT", "CLOSED_OUT");

            office.read(life.on(11, life.revisited(11, "CONFIRMED")).on(12, life.closedOut(12)));
            var again = office.json("/api/lists/closeouts");
            assertThat(again.at("/totals").toString()).isEqualTo("{\"waiting\":0,\"gross\":2,\"net\":1}");
            assertThat(again.get("total").intValue()).isEqualTo(2);
            assertThat(office.json("/api/lists/closeouts?from=2026-03-13")
                            .at("/totals")
                            .toString())
                    .isEqualTo("{\"waiting\":0,\"gross\":1,\"net\":1}");
            assertThat(office.json("/api/lists/closeouts?to=2026-03-13&state=WAITING_REVISIT,WAITING_CLOSE_OUT")
                            .get("total")
                            .intValue())
                    .isZero();
            // as of day 7 it had been closed out once, and stood
            assertThat(office.json("/api/lists/closeouts?at={at}", day(7))
                            .at("/totals")
                            .toString())
                    .isEqualTo("{\"waiting\":0,\"gross\":1,\"net\":1}");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_late_fact_and_a_correction_show_from_the_moment_they_were_known(DataSource database) {
        try (var office = new Office(database)) {
            var life = new Life("c1");
            office.read(life.on(0, life.reported(0))
                    .recorded(9, life.visited(2, "v1", "DOWN_VISIT"))
                    .recorded(
                            12,
                            new CaseCorrected(
                                    "c1",
                                    day(12),
                                    List.of(new Change("title", "宅基地边界纠纷", "水渠纠纷", null, null)),
                                    Life.WORDS)));

            var then = "/api/lists/problems?at={at}&knownAt={knownAt}";
            assertThat(office.json(then, day(3), day(8))
                            .at("/items/0/lastVisitAt")
                            .isNull())
                    .isTrue();
            assertThat(office.json(then, day(3), day(9))
                            .at("/items/0/lastVisitAt")
                            .isNull())
                    .isFalse();
            assertThat(office.json(then, day(11), day(12)).at("/items/0/title").stringValue())
                    .isEqualTo("宅基地边界纠纷");
            assertThat(office.json(then, day(12), day(12)).at("/items/0/title").stringValue())
                    .isEqualTo("水渠纠纷");
            var now = office.json("/api/lists/problems");
            assertThat(now.get("knownAt").stringValue()).isEqualTo(day(12).toString());
            assertThat(now.get("at").stringValue()).isEqualTo(day(30).toString());
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void an_accusation_does_not_exist_for_the_unit_it_accuses(DataSource database) {
        try (var office = new Office(database)) {
            var life = new Life("c1");
            office.read(life.on(0, life.reported(0, "ACCUSATION", List.of("u-water")))
                    .on(1, life.assigned(1, "u-town"))
                    .on(2, life.resolved(2, null)));

            for (var list : List.of("problems", "assignments", "closeouts")) {
                office.as(Actor.of("someone", "u-water", Role.HANDLER));
                var hidden = office.json("/api/lists/" + list);
                assertThat(hidden.get("items")).isEmpty();
                assertThat(hidden.get("total").intValue()).isZero();
                assertThat(Office.body(office.ask("/api/lists/" + list + ".csv")))
                        .doesNotContain("c1");
                office.as(Actor.of("someone", "u-town", Role.HANDLER));
                assertThat(office.json("/api/lists/" + list).get("total").intValue())
                        .isEqualTo(1);
            }
            office.as(Actor.of("someone", "u-water", Role.HANDLER));
            assertThat(office.json("/api/lists/closeouts").at("/totals/waiting").intValue())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems", "assignments", "closeouts"})
    void every_wrong_parameter_is_named(String list) {
        try (var office = new Office(io.doorstep.testing.Databases.h2())) {
            var response = office.ask("/api/lists/" + list
                    + "?kind=PETITON&light=PURPLE&size=500&sort=colour&at=yesterday&knownAt=x&plce=4305&cursor=abc");
            var problem = Office.problem(response);

            assertThat(response.getStatus()).isEqualTo(400);
            assertThat(problem.get("code").stringValue()).isEqualTo("MALFORMED");
            assertThat(texts(problem, "errors", "field"))
                    .containsExactlyInAnyOrder("kind", "light", "size", "sort", "at", "knownAt", "plce", "cursor");
            assertThat(office.ask("/api/lists/" + list + ".csv?size=5").getStatus())
                    .isEqualTo(400);
            assertThat(office.ask("/api/lists/" + list + ".pdf").getStatus()).isEqualTo(404);
        }
    }

    private static String where(Office office, int day) {
        var at = day(day);
        var closeOuts = office.json("/api/lists/closeouts?at={at}", at);
        return office.json("/api/lists/problems?at={at}", at).get("total") + " "
                + office.json("/api/lists/assignments?at={at}", at).get("total") + " "
                + (closeOuts.get("items").isEmpty()
                        ? "0"
                        : texts(closeOuts, "state").get(0));
    }

    private static List<String> texts(JsonNode page, String field) {
        return texts(page, "items", field);
    }

    private static List<String> texts(JsonNode page, String list, String field) {
        var texts = new ArrayList<String>();
        page.get(list).forEach(item -> texts.add(item.get(field).stringValue()));
        return texts;
    }
}
