package io.doorstep.query.weeks;

import io.doorstep.policy.Deadlines;
import io.doorstep.policy.WorkCalendar;
import io.doorstep.weeks.WeekRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 各月。 The no-meeting weeks of the months around today, the latest first. */
@Component
class Months {

    private final WeekReader weeks;
    private final Deadlines deadlines;
    private final WorkCalendar calendar;
    private final Clock clock;

    Months(WeekReader weeks, Deadlines deadlines, WorkCalendar calendar, Clock clock) {
        this.weeks = weeks;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A month: its week by the rules, what was proclaimed, and how far it is. */
    record Line(YearMonth month, @Nullable LocalDate byRule, WeekRecord week, boolean drafted) {

        public String state() {
            if (week.closed() != null) {
                return "CLOSED";
            }
            return week.published() ? "PUBLISHED" : drafted ? "DRAFTED" : week.dates() != null ? "PROCLAIMED" : "NONE";
        }
    }

    List<Line> around(String county, LocalDate today) {
        var now = YearMonth.from(today);
        return Stream.of(2, 1, 0, -1, -2, -3, -4)
                .map(ahead -> of(county, now.plusMonths(ahead)))
                .toList();
    }

    Line of(String county, YearMonth month) {
        var policy = deadlines.policyAt(clock.instant());
        return new Line(
                month,
                policy.noMeetingWeek().mondayOf(month, calendar).orElse(null),
                weeks.week(county, month),
                weeks.draft(county, month).isPresent());
    }
}
