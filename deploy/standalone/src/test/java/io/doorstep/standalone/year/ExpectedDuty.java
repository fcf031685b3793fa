package io.doorstep.standalone.year;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 应办之事。 A duty as the test itself knows it: from when it was on record, until when it was not done. */
final class ExpectedDuty {

    final String caseId;
    final String clock;
    final int cycle;
    final LocalDate lastDay;
    final Instant from;

    @Nullable
    Instant until;

    ExpectedDuty(String caseId, String clock, int cycle, LocalDate lastDay, Instant from) {
        this.caseId = caseId;
        this.clock = clock;
        this.cycle = cycle;
        this.lastDay = lastDay;
        this.from = from;
    }

    /** Whether it was on record before a moment and still open at it. */
    boolean runsAt(Instant moment) {
        return from.isBefore(moment) && (until == null || !until.isBefore(moment));
    }

    String key() {
        return caseId + " " + clock + " " + cycle + " " + lastDay;
    }
}
