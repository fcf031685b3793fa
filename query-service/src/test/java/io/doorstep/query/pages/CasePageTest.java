package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.Change;
import io.doorstep.events.cases.Petitioner;
import io.doorstep.events.cases.Sealed;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.vault.Private;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** 案件页与办理经过。 One case and its history, and who may read how much of them. */
class CasePageTest {

    private static final Actor OFFICER = Actor.of("officer", "u-bureau", Role.PETITION_OFFICER);

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_petitioner_is_masked_and_the_statement_open_for_who_works_on_the_case(DataSource database) {
        try (var office = new Office(database)) {
            office.read(reported(office, "PETITION", List.of()));

            var response = office.ask("/api/cases/c1");
            var file = Office.problem(response);

            assertThat(response.getHeader("ETag")).isEqualTo("\"2\"");
            assertThat(file.at("/petitioners/0").toString())
                    .isEqualTo("{\"name\":\"张*\",\"phone\":\"137****1234\",\"idNumber\":\"****************3X\","
                            + "\"address\":\"****\"}");
            assertThat(file.get("statement").stringValue()).isEqualTo("邻居占了我的宅基地");
            assertThat(file.get("unit").stringValue()).isEqualTo("u-town");
            assertThat(file.at("/clocks/0/clock").stringValue()).isEqualTo("TRANSFER");
            assertThat(file.at("/clocks/0/follows").stringValue()).isEqualTo("CaseReported");
            assertThat(file.at("/clocks/0/stoppedAt").stringValue()).isEqualTo(day(1).toString());
            assertThat(file.at("/clocks/0/late").booleanValue()).isFalse();
            assertThat(Office.body(response)).doesNotContain("person-1").doesNotContain("\"c\":");
            assertThat(log(office))
                    .containsExactly(
                            "officer PETITION_OFFICER c1 TEXTS CASE_PAGE",
                            "officer PETITION_OFFICER c1 PETITIONERS CASE_PAGE");
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void sealed_words_open_for_those_who_work_on_the_case_only(Role role) {
        try (var office = new Office(Databases.h2())) {
            office.read(reported(office, "PETITION", List.of()));
            var works = List.of(
                            Role.PETITION_OFFICER,
                            Role.DISPATCHER,
                            Role.HANDLER,
                            Role.UNIT_HEAD,
                            Role.SUPERVISOR,
                            Role.CLOSEOUT_APPROVER,
                            Role.COORDINATION_GROUP,
                            Role.VISITING_CADRE,
                            Role.MEDIATOR)
                    .contains(role);

            office.as(Actor.of("somebody", "u-town", role));
            for (var address : List.of("/api/cases/c1", "/api/cases/c1/history")) {
                assertThat(Office.body(office.ask(address)).contains("邻居占了我的宅基地"))
                        .isEqualTo(works);
                assertThat(Office.body(office.ask(address)).contains("[sealed]"))
                        .isEqualTo(role == Role.PRIVACY_OFFICER);
                assertThat(office.ask(address).getStatus())
                        .isEqualTo(works || role == Role.PRIVACY_OFFICER ? 200 : 403);
                assertThat(Office.body(office.ask(address))).doesNotContain("张三", "13712341234", "AAAA");
            }
            office.as(Actor.of("somebody", "u-water", role));
            var ofAnyUnit = works && role != Role.HANDLER && role != Role.UNIT_HEAD;
            assertThat(Office.body(office.ask("/api/cases/c1")).contains("邻居占了我的宅基地"))
                    .isEqualTo(ofAnyUnit);
        }
    }

    @Test
    void what_was_erased_says_so_in_the_readers_language() {
        try (var office = new Office(Databases.h2())) {
            office.read(reported(office, "PETITION", List.of()));
            office.vault().destroy("person-1");

            assertThat(office.json("/api/cases/c1").at("/petitioners/0/name").stringValue())
                    .isEqualTo("[erased]");
            assertThat(Office.body(office.ask(Locale.SIMPLIFIED_CHINESE, "/api/cases/c1")))
                    .contains("\"name\":\"[已删除]\"");
            assertThat(office.json("/api/cases/c1").get("title").stringValue()).isEqualTo("宅基地边界纠纷");
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_case_is_shown_as_it_was_and_as_it_was_known(DataSource database) {
        try (var office = new Office(database)) {
            office.read(new Life("c1").untilClosedOut());

            assertThat(office.json("/api/cases/c1").get("status").stringValue()).isEqualTo("CLOSED_OUT");
            var then = office.ask("/api/cases/c1?at={at}", day(3));
            assertThat(Office.problem(then).get("status").stringValue()).isEqualTo("ACCEPTED");
            assertThat(then.getHeader("ETag")).isEqualTo("\"4\"");
            assertThat(office.json("/api/cases/c1?knownAt={k}", day(5))
                            .get("status")
                            .stringValue())
                    .isEqualTo("REVISITED");
            assertThat(office.json("/api/cases/c1/history?at={at}", day(3)).get("items"))
                    .hasSize(4);
            assertThat(office.ask("/api/cases/c1?at={at}", day(-1)).getStatus()).isEqualTo(404);
            assertThat(office.ask("/api/cases/c1/history?at={at}", day(-1)).getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void the_history_tells_what_who_when_and_what_changed() {
        try (var office = new Office(Databases.h2())) {
            var life = reported(office, "PETITION", List.of());
            var words = office.vault().seal("case-c1", new Private("写错了"));
            office.read(life.on(
                    3,
                    new CaseCorrected(
                            "c1", day(3), List.of(new Change("title", "宅基地边界纠纷", "水渠纠纷", null, null)), words)));

            var history = office.json("/api/cases/c1/history");
            var last = history.at("/items/2");

            assertThat(last.get("type").stringValue()).isEqualTo("CaseCorrected");
            assertThat(last.get("what").stringValue()).isEqualTo("Corrected");
            assertThat(last.get("actor").stringValue()).isEqualTo("officer");
            assertThat(last.at("/roles/0").stringValue()).isEqualTo("PETITION_OFFICER");
            assertThat(last.get("occurredAt").stringValue()).isEqualTo(day(3).toString());
            assertThat(last.get("changes").toString())
                    .isEqualTo("{\"reason\":\"写错了\",\"title\":{\"from\":\"宅基地边界纠纷\",\"to\":\"水渠纠纷\"}}");
            assertThat(history.at("/items/0/changes/petitioners/0/name").stringValue())
                    .isEqualTo("张*");
            assertThat(Office.body(office.ask(Locale.SIMPLIFIED_CHINESE, "/api/cases/c1/history")))
                    .contains("\"what\":\"更正\"");
            assertThat(log(office)).contains("officer PETITION_OFFICER c1 PETITIONERS HISTORY");
        }
    }

    @Test
    void an_accusation_is_not_found_by_the_unit_it_accuses() {
        try (var office = new Office(Databases.h2())) {
            office.read(reported(office, "ACCUSATION", List.of("u-water")));

            office.as(Actor.of("somebody", "u-water", Role.UNIT_HEAD));
            for (var address : List.of("/api/cases/c1", "/api/cases/c1/history", "/api/cases/nowhere")) {
                var response = office.ask(address);
                assertThat(response.getStatus()).isEqualTo(404);
                assertThat(Office.problem(response).get("code").stringValue()).isEqualTo("NOT_FOUND");
            }
            assertThat(log(office)).isEmpty();
            office.as(OFFICER);
            assertThat(office.ask("/api/cases/c1").getStatus()).isEqualTo(200);
        }
    }

    @Test
    void a_version_that_is_not_there_yet_is_waited_for_and_then_put_off() {
        try (var office = new Office(Databases.h2())) {
            office.read(reported(office, "PETITION", List.of()));

            assertThat(office.ask("/api/cases/c1?version=2").getStatus()).isEqualTo(200);
            var late = office.ask("/api/cases/c1?version=3");
            assertThat(late.getStatus()).isEqualTo(503);
            assertThat(late.getHeader("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void wrong_parameters_are_named() {
        try (var office = new Office(Databases.h2())) {
            var response = office.ask("/api/cases/c1?at=never&knownAt=x&version=-1&verbose=yes");

            assertThat(response.getStatus()).isEqualTo(400);
            assertThat(Office.problem(response).get("errors")).hasSize(4);
        }
    }

    private static Life reported(Office office, String kind, List<String> accused) {
        var life = new Life("c1");
        var plain = life.reported(0, kind, accused);
        return life.on(
                        0,
                        new CaseReported(
                                "c1",
                                day(0),
                                plain.number(),
                                kind,
                                plain.channel(),
                                plain.category(),
                                plain.place(),
                                plain.title(),
                                seal(office, "case-c1", "邻居占了我的宅基地"),
                                List.of(new Petitioner(
                                        "person-1",
                                        seal(office, "person-1", "张三"),
                                        seal(office, "person-1", "137-1234-1234"),
                                        seal(office, "person-1", "43052519900101003X"),
                                        seal(office, "person-1", "某村三组"))),
                                1,
                                accused,
                                plain.transferDue(),
                                "national-1"))
                .on(1, life.assigned(1, "u-town"));
    }

    private static Sealed seal(Office office, String subject, String words) {
        return office.vault().seal(subject, new Private(words));
    }

    private static List<String> log(Office office) {
        return office.reading()
                .jdbc()
                .sql("select actor, roles, case_id, what, purpose from access_log order by id")
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                        + row.getString(4) + " " + row.getString(5))
                .list();
    }
}
