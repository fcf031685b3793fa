package io.doorstep.command.weeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.events.weeks.PlanChanged;
import io.doorstep.events.weeks.PlannedStop;
import io.doorstep.identity.Actor;
import io.doorstep.terms.MissReason;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import io.doorstep.weeks.WeekOutcome;
import io.doorstep.weeks.WeekRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeekDecisionsTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");
    private static final Actor DISPATCHER = Actor.of("dispatcher", "u", Role.DISPATCHER);

    private final WeekCommand proclaim = proclaim(MONDAY);
    private final WeekRecord proclaimed = after(WeekRecord.NONE, proclaim);
    private final WeekRecord published = after(proclaimed, publish(stop("s1", "a", MONDAY), stop("s2", "b", MONDAY)));

    @Test
    void dates_can_be_proclaimed_anew_until_a_plan_stands_on_them() {
        var later = after(proclaimed, proclaim(MONDAY.minusWeeks(1)));

        assertThat(later.dates()).isNotNull();
        assertThat(later.covers(MONDAY.minusWeeks(1))).isTrue();
        assertThat(later.covers(MONDAY)).isFalse();
        refused("PLAN_IS_PUBLISHED", published, proclaim);
    }

    @Test
    void no_plan_without_dates() {
        refused("WEEK_NOT_PROCLAIMED", WeekRecord.NONE, publish(stop("s1", "a", MONDAY)));
    }

    @Test
    void a_plan_that_is_published_again_says_only_what_is_different() {
        var fact = publish(stop("s1", "a", MONDAY.plusDays(1)), stop("s3", "c", MONDAY))
                .decide(published, NOW);

        assertThat(fact).isInstanceOfSatisfying(PlanChanged.class, change -> {
            assertThat(change.put()).extracting(PlannedStop::stopId).containsExactly("s1", "s3");
            assertThat(change.dropped()).containsExactly("s2");
        });
        var now = published.with(fact);
        assertThat(now.stops()).extracting(PlannedStop::stopId).containsExactly("s1", "s3");
    }

    @Test
    void a_leader_says_himself_why_he_did_not_go_and_others_do_not() {
        var leader = Actor.of("a", "u", Role.VISITING_CADRE);
        var missed = after(published, new MissStop("430525", MONTH, "s1", MissReason.NO_TIME, leader));

        assertThat(missed.missed()).containsEntry("s1", "NO_TIME");
        refused("ROLE_MAY_NOT", published, new MissStop("430525", MONTH, "s2", MissReason.NO_TIME, leader));
        refused("NOT_FOUND", published, new MissStop("430525", MONTH, "s9", MissReason.NO_TIME, DISPATCHER));
    }

    @Test
    void a_week_closes_when_its_last_working_day_has_come_and_stays_closed() {
        refused("PLAN_NOT_PUBLISHED", proclaimed, close(MONDAY.plusDays(4)));
        refused("WEEK_NOT_OVER", published, close(MONDAY));
        var closed = after(published, close(MONDAY.plusDays(1)));

        assertThat(closed.closed()).isNotNull();
        refused("WEEK_IS_CLOSED", closed, close(MONDAY.plusDays(2)));
        refused("WEEK_IS_CLOSED", closed, publish(stop("s1", "a", MONDAY)));
        refused("WEEK_IS_CLOSED", closed, proclaim);
    }

    private static WeekRecord after(WeekRecord before, WeekCommand command) {
        return before.with(command.decide(before, NOW));
    }

    private static void refused(String code, WeekRecord before, WeekCommand command) {
        assertThatThrownBy(() -> command.decide(before, NOW))
                .isInstanceOfSatisfying(Named.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static WeekCommand proclaim(LocalDate monday) {
        return new ProclaimWeek(
                "430525", MONTH, monday, List.of(monday, monday.plusDays(1)), "national-1", (@Nullable String) null);
    }

    private static WeekCommand publish(PlannedStop... stops) {
        return new PublishPlan("430525", MONTH, 1, List.of(stops), List.of(), "换人");
    }

    private static WeekCommand close(LocalDate today) {
        return new CloseWeek("430525", MONTH, today, new WeekOutcome.Figures(2, 1, 1, 0, 1));
    }

    private static PlannedStop stop(String id, String leader, LocalDate day) {
        return new PlannedStop(
                id,
                "case-" + id,
                leader,
                day,
                1,
                "430525001001",
                "DOWN_VISIT",
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
    }
}
