package io.doorstep.command.imports;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 台账时间。 When something happened as the ledger has it: to the second, or only the day.
 *
 * @param at of a whole day its first moment
 * @param day in the ledger's zone
 */
record LedgerTime(Instant at, LocalDate day, boolean wholeDay) {

    /** A bare day does not say that something came before what happened on that same day. */
    Instant notBefore(Instant earliest, LocalDate earliestDay) {
        return wholeDay && day.equals(earliestDay) && at.isBefore(earliest) ? earliest : at;
    }
}
