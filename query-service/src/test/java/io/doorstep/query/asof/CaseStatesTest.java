package io.doorstep.query.asof;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.Change;
import io.doorstep.identity.Actor;
import io.doorstep.terms.Role;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.LinkedMultiValueMap;

/** 可见的案情，两种数据库。 */
class CaseStatesTest {

    private static final Actor BUREAU = Actor.of("officer", null, Role.PETITION_OFFICER);

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_table_answers_for_every_moment_what_the_fold_says(DataSource database) {
        var reading = new Reading(database);
        var lives = java.util.stream.LongStream.range(0, 25)
                .mapToObj(seed -> RandomLife.of("case" + seed, seed))
                .toList();
        lives.forEach(reading::read);

        for (var life : lives) {
            var rectangles = Rectangles.of(life.facts());
            for (var fact : life.facts()) {
                for (var other : life.facts()) {
                    var moment = Moment.of(fact.occurredAt(), other.recordedAt(), day(0));
                    assertThat(reading.cases().find(BUREAU, life.caseId(), moment))
                            .isEqualTo(rectangles.stream()
                                    .filter(one -> one.holds(fact.occurredAt(), other.recordedAt()))
                                    .map(Rectangle::state)
                                    .findFirst());
                }
            }
            assertThat(reading.cases().find(BUREAU, life.caseId(), Moment.present(day(365))))
                    .isEqualTo(CaseFold.of(life.facts()));
            assertThat(reading.facts().of(life.caseId())).isEqualTo(life.facts());
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_fact_read_twice_changes_nothing(DataSource database) {
        var reading = new Reading(database);
        var life = new Life("c1").untilClosedOut();
        reading.read(life).read(life);

        assertThat(reading.facts().count("c1")).isEqualTo(7);
        assertThat(count(reading, BUREAU, Moment.present(day(9)), CaseFilter.ALL))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void an_accusation_is_hidden_from_the_unit_it_accuses_also_as_it_was_before(DataSource database) {
        var reading = new Reading(database);
        var life = new Life("c1");
        reading.read(life.on(0, life.reported(0))
                .on(1, life.assigned(1, "u-justice"))
                .on(
                        5,
                        new CaseCorrected(
                                "c1",
                                day(5),
                                List.of(
                                        new Change("kind", "PETITION", "ACCUSATION", null, null),
                                        new Change("accusedUnits", "", "u-town,u-water", null, null)),
                                Life.WORDS)));
        var accused = Actor.of("someone", "u-water", Role.SUPERVISOR);
        var other = Actor.of("someone", "u-wat", Role.SUPERVISOR);
        var now = Moment.present(day(9));
        var before = Moment.of(day(2), null, day(9));
        var knownBefore = Moment.of(null, day(2), day(9));

        for (var moment : List.of(now, before, knownBefore)) {
            assertThat(count(reading, accused, moment, CaseFilter.ALL)).isZero();
            assertThat(reading.cases().find(accused, "c1", moment)).isEmpty();
            assertThat(reading.cases().history(accused, "c1", moment)).isEmpty();
            assertThat(count(reading, other, moment, CaseFilter.ALL)).isEqualTo(1);
        }
        assertThat(reading.cases().history(other, "c1", before)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void every_filter_lets_through_what_it_says(DataSource database) {
        var reading = new Reading(database);
        var one = new Life("c1");
        reading.read(one.on(0, one.reported(0)).on(1, one.assigned(1, "u-town")));
        var now = Moment.present(day(3));

        for (var yes : List.of(
                "place=430525",
                "place=430525100",
                "place=430525100201",
                "unit=u-town",
                "officer=officer-li",
                "kind=PETITION",
                "kind=DISPUTE,PETITION",
                "category=0101",
                "channel=VISIT",
                "status=ASSIGNED",
                "light=NONE",
                "q=宅基地",
                "q=2026-C1")) {
            assertThat(count(reading, BUREAU, now, filter(reading, yes)))
                    .as(yes)
                    .isEqualTo(1);
        }
        for (var no : List.of(
                "place=430525101",
                "place=43052510",
                "unit=u_town",
                "officer=nobody",
                "kind=DISPUTE",
                "category=01",
                "channel=PHONE",
                "status=REPORTED",
                "light=RED",
                "q=%25",
                "q=水库")) {
            assertThat(count(reading, BUREAU, now, filter(reading, no))).as(no).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_light_is_that_of_the_moment_asked_for(DataSource database) {
        var reading = new Reading(database);
        var life = new Life("c1");
        reading.read(life.on(0, life.reported(0)));

        assertThat(lightAt(reading, day(1))).isEqualTo("GREEN");
        assertThat(lightAt(reading, day(9))).isEqualTo("NOTICE");
        assertThat(lightAt(reading, day(12))).isEqualTo("AMBER");
        assertThat(lightAt(reading, Instant.parse("2026-03-17T15:59:00Z"))).isEqualTo("RED");
        assertThat(lightAt(reading, Instant.parse("2026-03-17T16:00:00Z"))).isEqualTo("BLACK");
    }

    private static String lightAt(Reading reading, Instant at) {
        var moment = Moment.of(at, null, at);
        var rows = reading.seen().seenBy(BUREAU, moment, CaseFilter.ALL);
        var light = moment.light();
        return reading.jdbc()
                .sql("select " + light.sql() + " " + rows.sql())
                .params(rows.parameters())
                .params(light.parameters())
                .query(String.class)
                .single();
    }

    private static CaseFilter filter(Reading reading, String query) {
        var request = new LinkedMultiValueMap<String, String>();
        var parts = query.split("=", 2);
        request.add(parts[0], parts[1]);
        return reading.filters().read(request, java.time.LocalDate.of(2026, 3, 5), java.util.Set.of());
    }

    private static long count(Reading reading, Actor viewer, Moment moment, CaseFilter filter) {
        var rows = reading.seen().seenBy(viewer, moment, filter);
        return reading.jdbc()
                .sql("select count(*) " + rows.sql())
                .params(rows.parameters())
                .query(Long.class)
                .single();
    }
}
