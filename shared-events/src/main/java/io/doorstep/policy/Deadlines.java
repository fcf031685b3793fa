package io.doorstep.policy;

import io.doorstep.terms.Light;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 期限计算。 Due dates, days left and lights; every day is a local day in the office's zone.
 *
 * <p>Source: Civil Code 201 (the first day is not counted) and 203 (the last day rolls on over holidays and ends at
 * 24:00); lengths from the {@link Policy}.
 */
public final class Deadlines {

    private final Policies policies;
    private final WorkCalendar calendar;
    private final ZoneId zone;

    public Deadlines(Policies policies, WorkCalendar calendar, ZoneId zone) {
        this.policies = policies;
        this.calendar = calendar;
        this.zone = zone;
    }

    /** The last day of a clock that starts then, under the policy in force on the local day of the start. */
    public Due due(DeadlineClock clock, Instant start) {
        return due(clock, start, 0);
    }

    /**
     * As {@link #due(DeadlineClock, Instant)}, lengthened by a lawful extension or pause: counted in one go from the
     * start and rolled over once, so a roll-over before the extension gives no days away.
     *
     * @param extraDays sum of all extensions so far, in days as the clock counts them
     * @throws IllegalArgumentException when {@code extraDays} is negative; how many are allowed is not checked here
     */
    public Due due(DeadlineClock clock, Instant start, int extraDays) {
        return due(clock, start, extraDays, policyAt(start));
    }

    /** As {@link #due(DeadlineClock, Instant, int)}, but under the policy that a fact was recorded under. */
    public Due due(DeadlineClock clock, Instant start, int extraDays, Policy policy) {
        if (extraDays < 0) {
            throw new IllegalArgumentException("an extension never shortens a period: " + extraDays);
        }
        ClockRule rule = policy.clock(clock);
        int days = Math.addExact(rule.length(), extraDays);
        LocalDate firstDay = countedFrom(start, policy);
        LocalDate lastDay = switch (rule.counts()) {
            case WORKING_DAYS -> workingDaysAfter(firstDay, days);
            case CALENDAR_DAYS -> policy.rollOver() ? workingDayFrom(firstDay.plusDays(days)) : firstDay.plusDays(days);
        };
        return new Due(lastDay, policy.version());
    }

    /** The moment at which a period is over: 24:00 of its last day, which is the start of the next. */
    public Instant endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether the last day is past; on the last day itself nothing is overdue. */
    public boolean overdue(LocalDate lastDay, Instant at) {
        return !at.isBefore(endOf(lastDay));
    }

    /**
     * Whether the days are over in which an opinion, or the review of it, may be appealed against (Reg. 35, 36).
     *
     * @param since when it was given to the petitioner
     * @param reviewed whether it is the review that was given then
     */
    public boolean appealOver(Instant since, boolean reviewed, Instant at) {
        var clock = reviewed ? DeadlineClock.RECHECK_REQUEST : DeadlineClock.REVIEW_REQUEST;
        @Nullable LocalDate lastDay = due(clock, since).lastDay();
        return lastDay != null && overdue(lastDay, at);
    }

    /** The last day on which the petitioner may rate what was done, as the rules of the day of the opinion have it. */
    public LocalDate lastDayToRate(Instant opinion) {
        return day(opinion).plusDays(policyAt(opinion).ratingWindowDays());
    }

    /** Calendar days left: 0 on the last day, negative when past. */
    public long daysLeft(LocalDate lastDay, Instant at) {
        return ChronoUnit.DAYS.between(day(at), lastDay);
    }

    /** The light of a period at a moment; {@link Light#NONE} when there is no due date, or it is unknown. */
    public Light light(Instant start, @Nullable LocalDate lastDay, Instant at, Policy policy) {
        return lastDay == null ? Light.NONE : lights(start, lastDay, policy).at(at);
    }

    /**
     * When the lights of a period change, exact to the millisecond; time runs evenly from the start to {@link #endOf}. A
     * period that was over before it started is black from its end on.
     */
    public LightTimes lights(Instant start, LocalDate lastDay, Policy policy) {
        Instant end = endOf(lastDay);
        Duration whole = Duration.between(start, end);
        LightThresholds thresholds = policy.lights();
        return new LightTimes(
                after(start, whole, thresholds.notice()),
                after(start, whole, thresholds.amber()),
                after(start, whole, thresholds.red()),
                end);
    }

    /** The policy in force on the local day of a moment. */
    public Policy policyAt(Instant moment) {
        return policies.on(day(moment));
    }

    /** The local day of a moment in the office's zone. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** The day that is not counted: that of the start, or the next where the day's cut-off was over. */
    private LocalDate countedFrom(Instant start, Policy policy) {
        var local = start.atZone(zone);
        return local.getHour() >= policy.cutOffHour() ? local.toLocalDate().plusDays(1) : local.toLocalDate();
    }

    private static Instant after(Instant start, Duration whole, BigDecimal share) {
        BigDecimal millis = BigDecimal.valueOf(whole.toMillis()).multiply(share);
        return start.plusMillis(millis.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    private @Nullable LocalDate workingDaysAfter(LocalDate firstDay, int days) {
        @Nullable LocalDate day = firstDay;
        for (int counted = 0; counted < days && day != null; counted++) {
            day = workingDayFrom(day.plusDays(1));
        }
        return day;
    }

    private @Nullable LocalDate workingDayFrom(LocalDate earliest) {
        LocalDate day = earliest;
        while (true) {
            Optional<Boolean> working = calendar.isWorkingDay(day);
            if (working.isEmpty()) {
                return null;
            }
            if (working.get()) {
                return day;
            }
            day = day.plusDays(1);
        }
    }
}
