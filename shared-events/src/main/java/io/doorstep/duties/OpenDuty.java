package io.doorstep.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 未完事务。 Something that is to be done by a day, or was, and is not done.
 *
 * @param version of the case that says so; when it has more facts than these, they may say otherwise
 * @param clock what is to be done, a constant of {@code DeadlineClock}, REPORT_BACK or SUPERVISION
 * @param knownSince when it was recorded that it has to be done by that day
 */
public record OpenDuty(String caseId, long version, String clock, int cycle, LocalDate lastDay, Instant knownSince) {

    /** What the petition office owes: before a unit answers for the case, and when it is back from it. */
    public static final List<String> OF_THE_OFFICE = List.of("TRANSFER", "REVISIT", "REVIEW", "RECHECK");

    public boolean ofTheOffice() {
        return OF_THE_OFFICE.contains(clock);
    }
}
