package io.doorstep.query.asof;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.HearingBegun;
import io.doorstep.events.cases.HearingEnded;
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.policy.Deadlines;
import io.doorstep.testing.Databases;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 听证期间复核期限停计。 */
class HearingPauseTest {

    private static final LocalDate DUE = LocalDate.of(2026, 4, 10);
    private static final LocalDate LATER = LocalDate.of(2026, 4, 15);

    private final Reading reading = new Reading(Databases.h2());
    private final Deadlines deadlines = Reading.deadlines();
    private final DutyTable duties = new DutyTable(reading.jdbc(), new Rows(reading.database()), deadlines, () -> true);

    /** Day 38 is the last day of the recheck; the hearing begins on day 36. */
    private static Life heard() {
        var life = new Life("a");
        return life.on(0, life.reported(0))
                .on(1, life.assigned(1, "u-town"))
                .on(3, life.accepted(3))
                .on(4, life.resolved(4, null))
                .on(5, life.revisited(5, "CONFIRMED"))
                .on(6, new ReviewRequested("a", day(6), "REVIEW", DUE, "national-1", null))
                .on(7, new ReviewDecided("a", day(7), "REVIEW", "UPHELD", null))
                .on(8, new ReviewRequested("a", day(8), "RECHECK", DUE, "national-1", null))
                .on(36, new HearingBegun("a", day(36), "RECHECK"));
    }

    @Test
    void while_it_is_held_nothing_is_due_and_nothing_passes() {
        reading.read(heard());

        assertThat(duties()).isEmpty();
        assertThat(duties.at(day(60), 10)).isEmpty();
        var clock = clock(heard(), 60);
        assertThat(clock.pausedSince()).isEqualTo(day(36));
        assertThat(clock.late()).isFalse();
        assertThat(clock.light()).isNull();
        assertThat(clock.daysLeft()).isNull();
        assertThat(clock.stoppedAt()).isNull();
    }

    @Test
    void afterwards_its_days_are_counted_on_to_the_later_day() {
        var life = heard().on(40, new HearingEnded("a", day(40), "RECHECK", 5, LATER, "national-1"));
        reading.read(life);

        assertThat(duties()).containsExactly("RECHECK 2026-04-15 true");
        var running = clock(life, 41);
        assertThat(running.due()).isEqualTo(LATER);
        assertThat(running.pausedSince()).isNull();
        assertThat(running.daysLeft()).isEqualTo(3);
        assertThat(clock(life, 45).light()).isEqualTo("BLACK");

        life.on(43, new ReviewDecided("a", day(43), "RECHECK", "UPHELD", null));
        var decided = clock(life, 60);
        assertThat(decided.late()).isFalse();
        assertThat(CaseFold.of(life.facts()).orElseThrow().reviews().get(1).hearings())
                .containsExactly(new Hearing(day(36), day(40), 5));
    }

    private ClockState clock(Life life, int day) {
        var found = CaseFold.of(life.facts()).orElseThrow();
        return Clocks.of(found, day(day), deadlines).stream()
                .filter(one -> one.clock().equals("RECHECK"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> duties() {
        return reading.jdbc()
                .sql("select clock, last_day, awaits_mark from duty order by last_day")
                .query((row, n) -> row.getString(1) + " " + row.getDate(2) + " " + row.getBoolean(3))
                .list();
    }
}
