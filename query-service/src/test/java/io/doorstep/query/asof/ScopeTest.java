package io.doorstep.query.asof;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.events.cases.OfficerRecused;
import io.doorstep.events.cases.RecusalLifted;
import io.doorstep.identity.Actor;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 数据范围：同一问法，各人所见不同。 */
class ScopeTest {

    private static final Moment NOW = Moment.present(day(9));

    /** One case of village 430525100201, with one unit first and with another from the fifth day on. */
    private static Reading moved(DataSource database) {
        var life = new Life("c1");
        return new Reading(database)
                .read(life.on(0, life.reported(0))
                        .on(1, life.assigned(1, "u-town"))
                        .on(5, life.assigned(5, "u-water")));
    }

    private static boolean sees(Reading reading, Actor viewer, Moment moment) {
        return reading.cases().find(viewer, "c1", moment).isPresent();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void of_his_place_and_all_below(DataSource database) {
        var reading = moved(database);
        var officer = Actor.of("officer", "u-bureau", Role.PETITION_OFFICER);
        for (var place : List.of("430525", "430525100", "430525100201")) {
            assertThat(sees(reading, officer.within(place), NOW)).as(place).isTrue();
        }
        for (var place : List.of("430525101", "43052510020", "4305", "43%", "_30525")) {
            assertThat(sees(reading, officer.within(place), NOW)).as(place).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void who_answered_for_it_once_knows_of_it_no_more_whatever_moment_he_asks_for(DataSource database) {
        var reading = moved(database);
        var before = Actor.of("li", "u-town", Role.HANDLER);
        var now = Actor.of("wang", "u-water", Role.HANDLER);
        for (var moment : List.of(NOW, Moment.of(day(2), null, day(9)), Moment.of(null, day(2), day(9)))) {
            assertThat(sees(reading, before, moment)).isFalse();
            assertThat(sees(reading, now, moment)).isTrue();
            assertThat(sees(reading, now.within("430525101"), moment)).isFalse();
            assertThat(sees(reading, Actor.of("zhao", null, Role.HANDLER), moment))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void who_is_recused_knows_of_it_no_more_until_that_is_lifted(DataSource database) {
        var reading = moved(database);
        var life = new Life("c1");
        life.on(0, life.reported(0)).on(1, life.assigned(1, "u-town")).on(5, life.assigned(5, "u-water"));
        var supervisor = Actor.of("sun", "u-bureau", Role.SUPERVISOR);
        reading.read(life.on(6, new OfficerRecused("c1", day(6), "sun", Life.WORDS)));
        for (var moment : List.of(NOW, Moment.of(day(2), null, day(9)), Moment.of(null, day(2), day(9)))) {
            assertThat(sees(reading, supervisor, moment)).isFalse();
        }
        assertThat(sees(reading, Actor.of("sunny", "u-bureau", Role.SUPERVISOR), NOW))
                .isTrue();

        reading.read(life.on(7, new RecusalLifted("c1", day(7), "sun", Life.WORDS)));
        assertThat(sees(reading, supervisor, NOW)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void who_only_counts_sees_none_and_counts_all_of_his_place(DataSource database) {
        var reading = moved(database);
        var statistician = Actor.of("count", "u-bureau", Role.STATISTICIAN);
        assertThatThrownBy(() -> sees(reading, statistician, NOW))
                .isInstanceOfSatisfying(Named.class, no -> assertThat(no.code()).isEqualTo("ROLE_MAY_NOT"));
        assertThat(counted(reading, statistician)).containsExactly("c1");
        assertThat(counted(reading, statistician.within("430525101"))).isEmpty();
        assertThatThrownBy(() -> counted(reading, Actor.of("admin", null, Role.ADMINISTRATOR)))
                .isInstanceOf(Named.class);
    }

    private static List<String> counted(Reading reading, Actor viewer) {
        var ids = new ArrayList<String>();
        reading.cases().eachCounted(viewer, NOW, CaseFilter.ALL, Days.ALL, state -> ids.add(state.caseId()));
        return ids;
    }
}
