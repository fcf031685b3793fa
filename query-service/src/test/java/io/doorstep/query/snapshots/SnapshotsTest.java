package io.doorstep.query.snapshots;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.query.pages.Office;
import io.doorstep.query.snapshots.Restated.Moved;
import io.doorstep.store.Engine;
import io.doorstep.terms.Role;
import io.doorstep.web.Malformed;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/** 定格公布与更正。 */
class SnapshotsTest {

    private static final Actor SUPERVISOR = Actor.of("supervisor", "u-bureau", Role.SUPERVISOR);
    private static final String MARCH = "from=2026-03-01&to=2026-04-01";

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_case_closed_too_early_is_a_restatement_and_never_a_silent_change(DataSource database) {
        try (var office = office(database)) {
            var early = new Life("early").untilClosedOut();
            var good = new Life("good").untilClosedOut();
            office.read(early).read(good).at(day(25));
            var draft = page(office, "/snapshots/new?list=figures&question={q}", MARCH + "&by=unit");
            assertThat(draft.select("[name=question]").val()).contains("from=2026-03-01", "by=unit");
            assertThat(draft.select("dd code").eachText()).contains("from = 2026-03-01");
            assertThat(cells(draft, "table", "化解率（按登记）")).contains("2", "100.00 %");
            var snapshots = office.part(Snapshots.class);
            var made = snapshots.publish(SUPERVISOR, "三月化解情况", "figures", MARCH);
            var published = page(office, "/snapshots/1");
            assertThat(cells(published, "#content", "化解率（按登记）")).contains("2", "100.00 %");
            assertThat(published.select("#correction")).isEmpty();
            assertThat(snapshots.restate(made)).as("nothing has changed").isEmpty();
            var list = snapshots.publish(SUPERVISOR, "三月销号清单", "closeouts", MARCH);

            office.at(day(40));
            office.read(early.on(35, early.reopened(35, "REVISIT")));
            var correction = snapshots.restate(made).orElseThrow();

            assertThat(correction.restates()).isEqualTo(1);
            var said = Restated.read(office.part(SnapshotTable.class).content(correction.number()));
            assertThat(said.reproducible()).isTrue();
            assertThat(said.cases())
                    .extracting(Moved::topic, Moved::caseId, Moved::before, Moved::after, Moved::fact, Moved::late)
                    .contains(
                            tuple("resolution", "early", "NUMERATOR", "DENOMINATOR", "CaseReopened", false),
                            tuple("closeOut", "early", "NUMERATOR", "DENOMINATOR", "CaseReopened", false));
            assertThat(said.cases()).extracting(Moved::caseId).containsOnly("early");
            var shown = page(office, "/snapshots/1");
            assertThat(cells(shown, "#content", "化解率（按登记）"))
                    .as("the original stands")
                    .contains("100.00 %");
            assertThat(shown.select("#changed").text()).contains("化解率（按登记）", "100.00 %", "50.00 %");
            assertThat(shown.select("#moved").text()).contains("重开", "430525-2026-early");
            assertThat(shown.select("[role=alert]")).isEmpty();
            assertThat(page(office, "/snapshots").text()).contains("三月化解情况", "更正 1 次");
            assertThat(snapshots.restate(made)).as("it has been said").isEmpty();
            var corrected = Restated.read(office.part(SnapshotTable.class)
                    .content(snapshots.restate(list).orElseThrow().number()));
            assertThat(corrected.cases())
                    .extracting(Moved::caseId, Moved::before, Moved::after, Moved::fact)
                    .containsExactly(tuple("early", "CLOSED_OUT", "REOPENED", "CaseReopened"));
            assertThat(corrected.lines()).extracting(Restated.Line::caseId).containsExactly("early");
            var since = page(office, "/since/figures?at={t}&figure=closeOut&" + MARCH, day(25).toString());
            assertThat(since.select("li").eachText()).containsExactly("由“计入分子”变为“只计入分母” 1 条：此后 重开 1");
            var before = page(office, "/since/figures?at={t}&figure=closeOut&" + MARCH, day(-1).toString());
            assertThat(before.select("li").eachText())
                    .containsExactly("现在多出“只计入分母”的 1 条：此后 登记（上报） 1", "现在多出“计入分子”的 1 条：此后 登记（上报） 1");
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_was_known_too_late_corrects_the_list_of_then(DataSource database) {
        try (var office = office(database)) {
            var first = new Life("first");
            first.on(0, first.reported(0));
            var silent = new Life("silent");
            office.read(first).at(day(10));
            var snapshots = office.part(Snapshots.class);
            var made = snapshots.publish(SUPERVISOR, "问题清单", "problems", "");
            office.at(day(20));
            office.read(silent.recorded(15, silent.reported(5)));
            var later = new Life("later");
            office.read(later.on(16, later.reported(16)));

            var correction = snapshots.restate(made).orElseThrow();
            var said = Restated.read(office.part(SnapshotTable.class).content(correction.number()));
            assertThat(said.cases()).extracting(Moved::caseId, Moved::late).containsExactly(tuple("silent", true));
            assertThat(said.lines()).hasSize(1);
            assertThat(said.lines().get(0).cells())
                    .allSatisfy(cell -> assertThat(cell.published()).isNull());

            var since = Jsoup.parse(Office.body(office.ask(
                    Locale.SIMPLIFIED_CHINESE,
                    "/since/problems?at={t}&knownAt={t}",
                    day(10).toString(),
                    day(10).toString())));
            assertThat(since.select("li").text()).isEqualTo("现在多出 2 条：补录 登记（上报） 1、此后 登记（上报） 1");
            assertThat(since.select("tbody tr")).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void nobody_changes_what_was_published_unseen(DataSource database) {
        try (var office = office(database)) {
            var life = new Life("one");
            office.read(life.on(0, life.reported(0))).at(day(3));
            var snapshots = office.part(Snapshots.class);
            snapshots.publish(SUPERVISOR, "一", "problems", "");
            snapshots.publish(SUPERVISOR, "二", "assignments", "");
            var jdbc = office.reading().jdbc();
            for (var deed : List.of("update snapshot set title = '改' where number = 1", "delete from snapshot")) {
                assertThatThrownBy(() -> jdbc.sql(deed).update()).isInstanceOf(DataAccessException.class);
            }
            assertThat(page(office, "/snapshots/1").select("[role=alert]")).isEmpty();

            jdbc.sql(
                            Engine.of(database) == Engine.POSTGRESQL
                                    ? "alter table snapshot disable trigger all"
                                    : "drop trigger snapshot_grows")
                    .update();
            jdbc.sql("update snapshot set title = '改' where number = 1").update();

            assertThat(page(office, "/snapshots/1").select("[role=alert]").text())
                    .contains("与签名不符");
            assertThat(page(office, "/snapshots/2").select("[role=alert]").text())
                    .as("chained to what the first one was")
                    .contains("与签名不符");
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_reader_sees_no_line_about_a_case_that_is_not_for_him(DataSource database) {
        try (var office = office(database)) {
            var plain = new Life("plain");
            var accusation = new Life("sealed");
            office.read(plain.on(0, plain.reported(0)))
                    .read(accusation.on(0, accusation.reported(0, "ACCUSATION", List.of("u-town"))))
                    .at(day(3));
            office.part(Snapshots.class).publish(SUPERVISOR, "全县", "problems", "");
            assertThat(office.json("/api/snapshots/1").get("content").get("lines"))
                    .hasSize(2);

            office.as(Actor.of("accused", "u-town", Role.PETITION_OFFICER));
            var his = office.json("/api/snapshots/1");
            assertThat(his.get("hidden").intValue()).isEqualTo(1);
            assertThat(his.toString()).doesNotContain("2026-sealed");
            assertThat(Office.body(office.ask("/api/snapshots/1.csv")))
                    .contains("2026-plain")
                    .doesNotContain("2026-sealed");

            office.as(Actor.of("neighbour", "u-bureau", Role.SUPERVISOR).within("430525101"));
            assertThat(office.ask("/api/snapshots/1").getStatus()).isEqualTo(404);
            assertThat(office.json("/api/snapshots").get("items")).isEmpty();
            office.as(Actor.of("handler", "u-town", Role.HANDLER));
            assertThat(office.ask("/snapshots/1").getStatus()).isEqualTo(404);
            assertThat(office.ask("/snapshots/new?list=problems&question=").getStatus())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_cannot_be_published_is_refused_by_name(DataSource database) {
        try (var office = office(database)) {
            var snapshots = office.part(Snapshots.class);
            var life = new Life("one");
            office.read(life.on(0, life.reported(0))).at(day(3));
            assertThatThrownBy(() -> snapshots.publish(SUPERVISOR, "一", "gossip", ""))
                    .isInstanceOfSatisfying(
                            Malformed.class,
                            wrong -> assertThat(wrong.problems().get(0).field()).isEqualTo("list"));
            assertThatThrownBy(() -> snapshots.publish(SUPERVISOR, "一", "problems", "at=" + day(4)))
                    .isInstanceOfSatisfying(
                            Malformed.class,
                            wrong -> assertThat(wrong.problems().get(0).code()).isEqualTo("NOT_YET"));
            for (var question : List.of("placce=430525", "q=%", "q=%zz&place=430525", "=x", "%=1", "at=yesterday")) {
                assertThatThrownBy(() -> snapshots.publish(SUPERVISOR, "一", "problems", question))
                        .as(question)
                        .isInstanceOf(Malformed.class);
            }
            assertThat(office.part(SnapshotTable.class).published()).isEmpty();
        }
    }

    private static Office office(DataSource database) {
        return new Office(database).as(SUPERVISOR);
    }

    private static Document page(Office office, String address, Object... parameters) {
        var answer = office.ask(Locale.SIMPLIFIED_CHINESE, address, parameters);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(Office.body(answer));
    }

    /** The first line that holds this text. */
    private static List<String> cells(Document page, String table, String text) {
        return page.select(table + " tbody tr").stream()
                .filter(row -> row.text().contains(text))
                .findFirst()
                .orElseThrow()
                .select("td")
                .eachText();
    }
}
