package io.doorstep.query.print;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 领导走访单。 One leader's visits of a no-meeting week, for his bag: what each case is, where and by when, and nobody's name.
 * A case that the reader may not know of is not there.
 *
 * @param dates from Monday to Sunday
 */
record WeekSheet(String leader, String month, String dates, List<Day> days) {

    record Day(String day, List<Stop> stops) {}

    record Stop(
            int order,
            String number,
            String title,
            String place,
            String type,
            String reasons,
            @Nullable String due) {}
}
