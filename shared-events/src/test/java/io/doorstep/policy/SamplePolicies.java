package io.doorstep.policy;

import java.time.LocalDate;

/** 规则样例。 Policies that differ from the national one in one point. */
final class SamplePolicies {

    static final Policy NATIONAL = Policies.standard().version("national-1");

    private SamplePolicies() {}

    static Policy withoutRollOver(String version, LocalDate validFrom) {
        return with(version, validFrom, false, NATIONAL.cutOffHour());
    }

    static Policy named(String version, LocalDate validFrom) {
        return with(version, validFrom, true, NATIONAL.cutOffHour());
    }

    static Policy cutOffAt(int hour) {
        return with("cut-off", NATIONAL.validFrom(), true, hour);
    }

    private static Policy with(String version, LocalDate validFrom, boolean rollOver, int cutOffHour) {
        return new Policy(
                version,
                validFrom,
                "a test",
                NATIONAL.clocks(),
                rollOver,
                NATIONAL.lights(),
                NATIONAL.revisitExempt(),
                NATIONAL.lateEntryReasonAfterDays(),
                NATIONAL.lateMarkAfterHours(),
                NATIONAL.maxAheadMinutes(),
                NATIONAL.maxExtensionDays(),
                NATIONAL.firstTimeObservationDays(),
                NATIONAL.maxRepresentatives(),
                NATIONAL.ratingWindowDays(),
                cutOffHour,
                NATIONAL.noMeetingWeek(),
                NATIONAL.visits(),
                NATIONAL.reminders());
    }
}
