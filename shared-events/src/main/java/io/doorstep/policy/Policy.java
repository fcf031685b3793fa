package io.doorstep.policy;

import io.doorstep.terms.CaseKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * 规则版本。 One version of the rules that are ours or the law's to change; facts keep its name beside every due date.
 *
 * @param version name kept in facts, never used twice
 * @param validFrom first legal day on which this version is in force
 * @param source what the version rests on, for the reader
 * @param clocks the rule of every {@link DeadlineClock}
 * @param rollOver whether the last day of a day-counted clock rolls on to a working day (Civil Code 203)
 * @param lights from which share of the time each light shows
 * @param revisitExempt the kinds that close out without a revisit; all others need one
 * @param lateEntryReasonAfterDays a fact older than so many days needs a late-entry reason
 * @param lateMarkAfterHours a fact recorded more than so many hours after it happened is marked late
 * @param maxAheadMinutes how many minutes ahead of the server's clock a fact may claim to have happened
 * @param maxExtensionDays sum of all extensions of one handling period, in days (Reg. 34)
 * @param firstTimeObservationDays days that a close-out is observed before it counts as a first-time resolution
 * @param maxRepresentatives most representatives of a joint petition (Reg. 20)
 * @param ratingWindowDays days after the opinion in which the petitioner may rate the work
 * @param cutOffHour local hour of a day (0–24) from which on what happens starts its clock as if on the next day; 24: none
 * @param noMeetingWeek which week of a month is kept free of meetings
 * @param visits who makes which visits, and which cases a no-meeting week is for
 * @param reminders who is told of last days, and when
 */
public record Policy(
        String version,
        LocalDate validFrom,
        String source,
        Map<DeadlineClock, ClockRule> clocks,
        boolean rollOver,
        LightThresholds lights,
        List<RevisitExemption> revisitExempt,
        int lateEntryReasonAfterDays,
        int lateMarkAfterHours,
        int maxAheadMinutes,
        int maxExtensionDays,
        int firstTimeObservationDays,
        int maxRepresentatives,
        int ratingWindowDays,
        int cutOffHour,
        NoMeetingRule noMeetingWeek,
        VisitRules visits,
        Reminding reminders) {

    private static final int HOURS_OF_A_DAY = 24;

    /** Throws {@link IllegalArgumentException} when a clock has no rule, the version no name, or a number is negative. */
    public Policy {
        if (version.isBlank()) {
            throw new IllegalArgumentException("a policy needs a version");
        }
        for (DeadlineClock clock : DeadlineClock.values()) {
            if (!clocks.containsKey(clock)) {
                throw new IllegalArgumentException("policy " + version + " has no rule for " + clock);
            }
        }
        int[] limits = {
            lateEntryReasonAfterDays,
            lateMarkAfterHours,
            maxAheadMinutes,
            maxExtensionDays,
            firstTimeObservationDays,
            maxRepresentatives,
            ratingWindowDays,
            cutOffHour
        };
        if (Arrays.stream(limits).anyMatch(limit -> limit < 0)) {
            throw new IllegalArgumentException("policy " + version + " has a negative limit");
        }
        if (cutOffHour > HOURS_OF_A_DAY) {
            throw new IllegalArgumentException("policy " + version + " has a cut-off at " + cutOffHour + " o'clock");
        }
        clocks = Map.copyOf(new EnumMap<>(clocks));
        revisitExempt = List.copyOf(revisitExempt);
    }

    /** The rule of a clock; every policy has one for each. */
    public ClockRule clock(DeadlineClock kind) {
        return Objects.requireNonNull(clocks.get(kind));
    }

    /** Whether a case needs a confirming revisit of its cycle before it may be closed out. */
    public boolean needsRevisit(CaseKind kind, boolean onTheSpot) {
        return revisitExempt.stream().noneMatch(exemption -> exemption.covers(kind, onTheSpot));
    }
}
