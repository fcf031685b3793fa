package io.doorstep.query.map;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 当前局面。 What the wall says in big numbers, and what is overdue longest.
 *
 * @param dueSoon open, and due today or in the seven days after
 * @param settledThisMonth since the month began, and not reopened
 */
record Standing(
        long open,
        long overdue,
        long dueSoon,
        long awaitingRevisit,
        long awaitingCloseOut,
        long settledThisMonth,
        List<Overdue> longest) {

    /** 逾期事项。 A case past its day; without its words, for whoever passes the wall reads it. */
    record Overdue(
            String caseId,
            String number,
            String place,
            @Nullable String unit,
            LocalDate due,
            long days) {}
}
