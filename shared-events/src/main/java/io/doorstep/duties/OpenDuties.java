package io.doorstep.duties;

import java.time.LocalDate;
import java.util.List;

/** 未完事务簿。 Duties that are not done, past their last day or not; the reading side keeps the book. */
public interface OpenDuties {

    /** Whether all facts have been read; while the lists are built anew, nothing follows from a duty's absence. */
    boolean isWhole();

    List<OpenDuty> endingOn(LocalDate lastDay);

    /** Whether a duty is still as it was. */
    boolean isOpen(String caseId, String clock, int cycle, LocalDate lastDay);
}
