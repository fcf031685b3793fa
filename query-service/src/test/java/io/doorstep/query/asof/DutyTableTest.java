package io.doorstep.query.asof;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.DeadlinePassed;
import io.doorstep.testing.Databases;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 到期事务表。 */
class DutyTableTest {

    private final Reading reading = new Reading(Databases.h2());

    @Test
    void a_case_owes_what_its_clocks_run_for() {
        var life = new Life("a");
        read(life.on(0, life.reported(0)), 1);
        assertThat(duties()).containsExactly("TRANSFER 2026-03-17 true");

        read(life.on(1, life.assigned(1, "u-land")), 1);
        assertThat(duties()).isEmpty();

        read(life.on(2, life.signed(2, "u-land")), 1);
        assertThat(duties()).containsExactly("NOTICE 2026-03-20 true");

        read(life.on(3, life.accepted(3)), 1);
        assertThat(duties()).containsExactly("HANDLING 2026-05-06 true");

        read(life.on(10, life.resolved(10, null)), 1);
        assertThat(duties()).containsExactly("REVISIT 2026-05-30 true");
    }

    @Test
    void a_mark_answers_for_its_own_last_day_alone() {
        var life = new Life("a");
        read(life.on(0, life.reported(0)).on(1, life.assigned(1, "u-land")).on(2, life.signed(2, "u-land")), 3);
        read(life.on(20, new DeadlinePassed("a", day(19), "NOTICE", 1, LocalDate.of(2026, 3, 20))), 1);
        assertThat(duties()).containsExactly("NOTICE 2026-03-20 false");

        read(life.on(21, life.accepted(21)), 1);
        assertThat(duties()).containsExactly("HANDLING 2026-05-06 true");
    }

    @Test
    void what_is_known_of_a_case_late_changes_what_it_owes() {
        var life = new Life("a");
        read(life.on(0, life.reported(0)).on(1, life.assigned(1, "u-land")).on(2, life.signed(2, "u-land")), 3);
        read(life.late(30, life.accepted(4), "OUT_OF_ORDER"), 1);

        assertThat(duties()).containsExactly("HANDLING 2026-05-06 true");
    }

    @Test
    void what_is_closed_out_owes_nothing() {
        reading.read(new Life("a").untilClosedOut());

        assertThat(duties()).isEmpty();
    }

    /** Reads the last so many facts of a life. */
    private void read(Life life, int last) {
        var facts = life.facts();
        reading.read(facts.subList(facts.size() - last, facts.size()));
    }

    private List<String> duties() {
        return reading.jdbc()
                .sql("select clock, last_day, awaits_mark from duty order by last_day")
                .query((row, n) -> row.getString(1) + " " + row.getDate(2) + " " + row.getBoolean(3))
                .list();
    }
}
