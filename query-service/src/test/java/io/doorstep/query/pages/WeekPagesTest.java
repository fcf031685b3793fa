package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.weeks.PlanChanged;
import io.doorstep.events.weeks.PlanPublished;
import io.doorstep.events.weeks.PlannedStop;
import io.doorstep.events.weeks.StopMissed;
import io.doorstep.events.weeks.WeekEvent;
import io.doorstep.events.weeks.WeekProclaimed;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.reference.Place;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceTable;
import io.doorstep.terms.LeaderRank;
import io.doorstep.terms.Role;
import io.doorstep.terms.VisitReason;
import io.doorstep.terms.VisitType;
import io.doorstep.weeks.Leader;
import io.doorstep.weeks.Leaders;
import io.doorstep.weeks.PlanDraft;
import io.doorstep.weeks.PlanDrafts;
import io.doorstep.weeks.WeekPlan;
import io.doorstep.weeks.WeekRecord;
import io.doorstep.weeks.Why;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** 无会周各页。 What each reader sees of a week, from its candidates to its ledger. */
class WeekPagesTest {

    private static final String BOTH = "io.doorstep.testing.Databases#both";
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 25);
    private static final String WEEK = WeekRecord.idOf("430525", MAY);
    private static final Actor PLANNER = Actor.of("officer", "u-bureau", Role.PETITION_OFFICER);
    private static final Actor SUPERVISOR = Actor.of("sup", "u-bureau", Role.SUPERVISOR);
    private static final Actor CADRE = Actor.of("cadre", "u-town", Role.VISITING_CADRE);
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    @ParameterizedTest
    @MethodSource(BOTH)
    void candidates_are_the_open_cases_and_one_closed_out_case_of_the_township_that_was_drawn(DataSource database) {
        try (var office = office(database)) {
            var items = office.as(PLANNER).json("/api/weeks/2026-05/candidates").get("items");
            assertThat(items)
                    .extracting(one -> one.get("caseId").stringValue() + " "
                            + one.get("type").stringValue())
                    .startsWith("open DOWN_VISIT", "silent DOWN_VISIT")
                    .hasSize(3)
                    .last()
                    .asString()
                    .matches("closed-[12] INSPECTION_VISIT");
            assertThat(office.json("/api/weeks/2026-05/candidates").get("items"))
                    .as("whoever draws again draws the same")
                    .isEqualTo(items);
            var page = page(office, "/weeks/2026-05/candidates");
            assertThat(page.select("tbody tr:last-child").text()).contains("巡访", "抽查办结");
            assertThat(page.select(".hint").text()).contains("180 天", "近 90 天", "抽 1 件");
            assertThat(office.as(CADRE).ask("/api/weeks/2026-05/candidates").getStatus())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_draft_is_for_who_plans_and_the_published_plan_tells_ways_and_what_was_left_out(DataSource database) {
        try (var office = office(database)) {
            proclaim(office);
            office.part(PlanDrafts.class).keep(WEEK, draft());
            assertThat(states(office.as(PLANNER))).contains("2026-05 DRAFTED 0");
            var draft = page(office, "/weeks/2026-05");
            assertThat(draft.select("article.stop").eachAttr("data-case")).containsExactly("open");
            assertThat(draft.select("article.stop").eachAttr("draggable")).containsExactly("true");
            assertThat(page(office.as(SUPERVISOR), "/weeks/2026-05").select("article.stop"))
                    .isEmpty();

            publish(office);
            assertThat(states(office)).contains("2026-05 PUBLISHED 2");
            var plan = page(office, "/weeks/2026-05?show=plan");
            assertThat(plan.select("article.stop").eachAttr("data-case")).containsExactly("open", "gone");
            assertThat(plan.select("td[data-leader=cadre][data-day=2026-05-25] p.soft")
                            .text())
                    .as("from the township's centre to the village and back")
                    .contains("5.6 公里");
            assertThat(plan.select("tr[data-case=silent]").text()).contains("可去的领导 5 个日程已满");
            assertThat(plan.select("[data-move]")).isEmpty();

            office.as(PLANNER);
            change(office, new PlanChanged(WEEK, day(61), 2, List.of(), List.of("stop-gone"), "另有安排"));
            assertThat(page(office, "/weeks/2026-05?show=plan")
                            .select("tr[data-case=gone]")
                            .text())
                    .contains("人工决定本周不排");
            assertThat(office.as(CADRE).browse(CHINESE, "/weeks/2026-05").getStatus())
                    .isEqualTo(403);
            assertThat(office.ask("/api/weeks").getStatus()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_leader_has_his_sheet_on_a_page_in_his_calendar_and_on_paper(DataSource database) throws IOException {
        try (var office = office(database)) {
            proclaim(office);
            publish(office);
            var sheet = page(office.as(CADRE), "/weeks/2026-05/sheet");
            assertThat(sheet.select("section.card li")).hasSize(1);
            assertThat(sheet.select(".tools a").eachAttr("href"))
                    .contains(
                            "/weeks/2026-05/sheet.ics?county=430525&leader=",
                            "/weeks/2026-05/sheet.pdf?county=430525&leader=");
            assertThat(Office.body(office.ask("/weeks/2026-05/sheet.ics"))).contains("DTSTART;VALUE=DATE:20260525");
            assertThat(words(office, CHINESE, "/weeks/2026-05/sheet.pdf"))
                    .contains("无会周走访单", "430525-2026-open", "宅基地边界纠纷", "下访", "5月25日")
                    .doesNotContain("430525-2026-gone", "null", "??");
            assertThat(words(office, Locale.ENGLISH, "/weeks/2026-05/sheet.pdf"))
                    .contains("Sheetoftheno-meetingweek", "Downvisit")
                    .doesNotContain("null", "??");
            assertThat(office.ask("/weeks/2026-05/sheet.pdf?leader=other").getStatus())
                    .isEqualTo(403);
            assertThat(words(office.as(SUPERVISOR), CHINESE, "/weeks/2026-05/sheet.pdf?leader=other"))
                    .contains("430525-2026-gone");
            assertThat(words(office, CHINESE, "/weeks/2026-04/sheet.pdf")).contains("没有安排");
            assertThat(office.ask("/weeks/2026-13/sheet.pdf").getStatus()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void each_number_of_the_ledger_opens_its_cases(DataSource database) {
        try (var office = office(database)) {
            proclaim(office);
            publish(office);
            var open = new Life("open");
            office.read(open.on(0, open.reported(0))
                    .on(1, open.assigned(1, "u-town"))
                    .on(85, open.visited(85, "v-1", "DOWN_VISIT")));
            append(office, 2, new StopMissed(WEEK, day(86), "stop-gone", "WEATHER_OR_ROAD"));
            office.at(day(90)).as(SUPERVISOR);
            assertThat(page(office, "/weeks/2026-05/ledger").select("#parts a").eachText())
                    .containsExactly("计划 2", "已走访 1", "当场化解 1", "有承诺 0", "注明未成行 1", "未走访 0");
            assertThat(page(office, "/weeks/2026-05/ledger?show=visited")
                            .select("tbody td.number")
                            .eachText())
                    .containsExactly("430525-2026-open");
            assertThat(page(office, "/weeks/2026-05/ledger?show=missed")
                            .select("tbody td.number")
                            .eachText())
                    .containsExactly("430525-2026-gone");
            var figures = page(office, "/figures?figure=doorstep&from=2026-05-01&to=2026-06-01");
            assertThat(figures.select(".tools a").eachAttr("href")).contains("/weeks/2026-05/ledger");
            office.as(Actor.of("li", "u-land", Role.HANDLER));
            assertThat(page(office, "/figures?figure=doorstep&from=2026-05-01&to=2026-06-01")
                            .select(".tools a")
                            .eachAttr("href"))
                    .doesNotContain("/weeks/2026-05/ledger");
            assertThat(office.ask("/api/weeks/2026-05/ledger").getStatus()).isEqualTo(403);
        }
    }

    private static Office office(DataSource database) {
        var office = new Office(database);
        ReferenceTable.PLACES.put(
                new JdbcTemplate(database),
                List.of(
                        place("430525", PlaceLevel.COUNTY, null, "/430525/", "27.00"),
                        place("430525100", PlaceLevel.TOWNSHIP, "430525", "/430525/430525100/", "27.05"),
                        place(
                                "430525100201",
                                PlaceLevel.VILLAGE,
                                "430525100",
                                "/430525/430525100/430525100201/",
                                "27.075")));
        office.reading().reference().refresh();
        var leaders = office.part(Leaders.class);
        for (var id : List.of("cadre", "other")) {
            leaders.put(new Leader(
                    id, "430525", LeaderRank.STATIONED_CADRE, List.of("430525100"), LocalDate.of(2020, 1, 1), null));
        }
        for (var id : List.of("open", "silent")) {
            var life = new Life(id);
            office.read(life.on(0, life.reported(0)).on(1, life.assigned(1, "u-town")));
        }
        // the one that is gone was resolved since, and is no candidate any more
        var gone = new Life("gone");
        office.read(
                gone.on(0, gone.reported(0)).on(1, gone.assigned(1, "u-town")).on(40, gone.resolved(40, null)));
        office.read(new Life("closed-1").untilClosedOut()).read(new Life("closed-2").untilClosedOut());
        return office.at(day(60));
    }

    private static Place place(String code, PlaceLevel level, @Nullable String parent, String path, String lat) {
        return new Place(
                code,
                code,
                level,
                parent,
                path,
                LocalDate.of(1900, 1, 1),
                null,
                new BigDecimal(lat),
                new BigDecimal("110.00"));
    }

    private static void proclaim(Office office) {
        append(
                office,
                0,
                new WeekProclaimed(
                        WEEK,
                        day(60),
                        "430525",
                        "2026-05",
                        MONDAY,
                        MONDAY.datesUntil(MONDAY.plusDays(5)).toList(),
                        "national-1",
                        null));
    }

    private static void publish(Office office) {
        append(
                office,
                1,
                new PlanPublished(
                        WEEK,
                        day(60),
                        1,
                        List.of(stop("open", "cadre"), stop("gone", "other")),
                        List.of("silent LOAD_FULL:5")));
    }

    private static void change(Office office, WeekEvent fact) {
        append(office, 2, fact);
    }

    private static PlannedStop stop(String caseId, String leader) {
        return new PlannedStop(
                "stop-" + caseId,
                caseId,
                leader,
                MONDAY,
                1,
                "430525100201",
                "DOWN_VISIT",
                List.of("OVERDUE"),
                List.of("OWN_TOWNSHIP:2"),
                null,
                List.of(),
                null);
    }

    @SuppressWarnings("NullAway") // it does not read the annotation of a nested type from another module
    private static PlanDraft draft() {
        var choice = new WeekPlan.Choice(
                "open",
                "cadre",
                MONDAY,
                1,
                "430525100201",
                VisitType.DOWN_VISIT,
                Set.of(VisitReason.OVERDUE),
                false,
                List.of(),
                List.of(new Why(Why.Code.OWN_TOWNSHIP, 2)));
        var plan = new WeekPlan(
                List.of(choice),
                List.of(),
                List.of(new WeekPlan.Day("cadre", MONDAY, "430525100", 1, 4, 5560, 0)),
                new WeekPlan.Figures(1, 1, 1, 1, 5560, 1, 0));
        return new PlanDraft(1, 4, List.of(), List.of(), plan, null, "officer", Instant.EPOCH);
    }

    private static void append(Office office, long sequence, WeekEvent fact) {
        office.part(EventStorageEngine.class)
                .appendEvents(new GenericDomainEventMessage<>("NoMeetingWeek", WEEK, sequence, fact));
    }

    private static List<String> states(Office office) {
        return office.json("/api/weeks")
                .get("items")
                .valueStream()
                .map(one ->
                        one.get("month").stringValue() + " " + one.get("state").stringValue() + " "
                                + one.get("stops").intValue())
                .toList();
    }

    private static Document page(Office office, String address) {
        var answer = office.browse(CHINESE, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(Office.body(answer));
    }

    private static String words(Office office, Locale language, String address) throws IOException {
        var answer = office.browse(language, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\\u00A0\\u3000]+", "");
        }
    }
}
