package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.events.cases.VisitFollowedUp;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.reference.Place;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceTable;
import io.doorstep.terms.LeaderRank;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.weeks.Leader;
import io.doorstep.weeks.Leaders;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** 走访页与走访未了。 */
class VisitsPagesTest {

    private static final Actor BUREAU = Actor.of("officer", "u-bureau", Role.PETITION_OFFICER);

    private final DataSource database = Databases.h2();
    private final Office office = new Office(database);
    private final Life settled = new Life("settled");
    private final Life promised = new Life("promised");

    @BeforeEach
    void two_visited_cases() {
        ReferenceTable.PLACES.put(
                new JdbcTemplate(database), List.of(village("430525100201"), village("430525100202")));
        office.reading().reference().refresh();
        office.at(day(20))
                .read(settled.on(0, settled.reported(0))
                        .on(1, settled.assigned(1, "u-land"))
                        .on(8, settled.visited(2, "v-settled", "DOWN_VISIT")))
                .read(promised.on(0, promised.reported(0))
                        .on(1, promised.assigned(1, "u-town"))
                        .on(3, promise("v-promised")));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void what_somebody_has_to_decide_is_said_until_somebody_did() {
        assertThat(texts("#questions li")).singleElement().asString().contains("走访称当场化解，尚未登记办结");
        assertThat(Jsoup.parse(Office.body(office.browse(Locale.SIMPLIFIED_CHINESE, "/cases/settled")))
                        .select("[data-part=visits]")
                        .text())
                .contains("待人工处理", "走访称当场化解，尚未登记办结");
        office.read(settled.on(9, followedUp("settled", "v-settled", "NOTHING_FOLLOWS")));
        assertThat(texts("#questions li")).isEmpty();
        assertThat(Jsoup.parse(Office.body(office.browse(Locale.SIMPLIFIED_CHINESE, "/cases/settled")))
                        .select("[data-part=visits]")
                        .text())
                .contains("已核，无需另办")
                .doesNotContain("待人工处理");
    }

    @Test
    void a_promise_is_due_work_until_somebody_says_what_became_of_it() {
        assertThat(texts("#promises li")).singleElement().asString().contains("2026-03-30");
        assertThat(office.as(BUREAU).json("/api/due-work?whose=all").toString()).contains("COMMITMENT");
        office.read(promised.on(10, followedUp("promised", "v-promised", "COMMITMENT_KEPT")));
        assertThat(texts("#promises li")).isEmpty();
        assertThat(office.json("/api/due-work?whose=all").toString()).doesNotContain("COMMITMENT");
    }

    @Test
    void a_visit_that_somebody_knew_of_when_he_struck_the_case_off_asks_nothing_and_one_that_came_later_does() {
        var known = new Life("known");
        office.read(known.on(0, known.reported(0))
                .on(1, known.assigned(1, "u-town"))
                .on(2, visit("known", "v-known", 2))
                .on(4, known.resolved(4, null))
                .on(5, known.revisited(5, "CONFIRMED"))
                .on(6, known.closedOut(6)));
        var late = new Life("late");
        office.read(late.untilClosedOut().on(9, visit("late", "v-late", 4)));
        assertThat(page().select("#questions li a").eachAttr("href"))
                .contains("/cases/late")
                .doesNotContain("/cases/known");
    }

    @Test
    void a_joint_petition_is_owed_an_appointed_visit_until_somebody_was_met() {
        var joint = new Life("joint");
        var plain = joint.reported(0);
        office.read(joint.on(
                0,
                new CaseReported(
                        "joint",
                        day(0),
                        plain.number(),
                        plain.kind(),
                        plain.channel(),
                        plain.category(),
                        plain.place(),
                        plain.title(),
                        plain.statement(),
                        plain.petitioners(),
                        6,
                        plain.accusedUnits(),
                        plain.transferDue(),
                        plain.policyVersion())));
        assertThat(texts("#owed li"))
                .singleElement()
                .asString()
                .contains("430525-2026-joint", "集体访", "由 乡镇（街道）主要负责人", "2026-04-01");
        new Leaders(JdbcClient.create(database), new JdbcTransactionManager(database))
                .put(new Leader(
                        "principal-wang",
                        "430525",
                        LeaderRank.TOWNSHIP_PRINCIPAL,
                        List.of("430525100201"),
                        LocalDate.of(2026, 1, 1),
                        null));
        assertThat(texts("#owed li")).singleElement().asString().contains("由 principal-wang");
        office.read(joint.on(5, joint.visited(5, "v-down", "DOWN_VISIT")));
        assertThat(texts("#owed li")).as("not the visit that is owed").hasSize(1);
        office.read(joint.on(6, joint.visited(6, "v-appointed", "APPOINTED_VISIT")));
        assertThat(texts("#owed li")).isEmpty();
    }

    @Test
    void villages_tell_when_somebody_was_there_last() {
        assertThat(page().select("#villages tbody tr").eachText())
                .satisfiesExactly(
                        visited -> assertThat(visited).contains("430525100201 2 2 2026-03-05", "天前"),
                        never -> assertThat(never).contains("430525100202 0 0 无走访记录"));
    }

    @Test
    void nobody_sees_what_visits_left_open_in_cases_that_he_may_not_know_of() {
        office.as(Actor.of("wang", "u-land", Role.HANDLER));
        var page = Jsoup.parse(Office.body(office.browse(Locale.SIMPLIFIED_CHINESE, "/visits")));
        assertThat(page.select("#questions li")).hasSize(1);
        assertThat(page.select("#promises li")).isEmpty();
        assertThat(office.browse(Locale.ENGLISH, "/visits/bundle").getStatus()).isEqualTo(403);
    }

    @Test
    void without_a_telephone_nothing_is_told_to_one() {
        assertThat(office.as(BUREAU).ask("/api/visits/device").getStatus()).isEqualTo(403);
        assertThat(office.ask("/api/visits/packs/71510000-0000-4000-8000-000000000009")
                        .getStatus())
                .isEqualTo(403);
        var choices = office.json("/api/visits/choices?q=").get("items");
        assertThat(choices).hasSize(2);
        assertThat(choices.at("/0/caseId").stringValue())
                .as("what the week plans for him")
                .isEqualTo("promised");
        assertThat(choices.at("/0/planned").booleanValue()).isTrue();
        assertThat(choices.at("/1/planned").booleanValue()).isFalse();
    }

    private static Place village(String code) {
        return new Place(
                code, code, PlaceLevel.VILLAGE, null, "/" + code + "/", LocalDate.of(1900, 1, 1), null, null, null);
    }

    private List<String> texts(String selector) {
        return page().select(selector).eachText();
    }

    private Document page() {
        return Jsoup.parse(Office.body(office.as(BUREAU).browse(Locale.SIMPLIFIED_CHINESE, "/visits")));
    }

    private static VisitFollowedUp followedUp(String caseId, String visitId, String result) {
        return new VisitFollowedUp(caseId, day(9), visitId, result, Life.WORDS);
    }

    private static CaseVisited promise(String visitId) {
        return visit("promised", visitId, 3);
    }

    private static CaseVisited visit(String caseId, String visitId, int day) {
        return new CaseVisited(
                caseId,
                day(day),
                visitId,
                "DOWN_VISIT",
                List.of("cadre"),
                "430525100201",
                day(day),
                null,
                null,
                Life.WORDS,
                "COMMITMENT",
                LocalDate.of(2026, 3, 30),
                "UNDECIDED",
                null,
                List.of());
    }
}
