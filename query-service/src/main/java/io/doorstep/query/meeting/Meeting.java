package io.doorstep.query.meeting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一次议事会。 A village on a day: whatever was reported there then as raised at a meeting is of this meeting.
 *
 * @param place code of the village
 */
record Meeting(
        String place,
        @Nullable String placeName,
        LocalDate day,
        int matters,
        int open,
        int overdue,
        int done,
        int gone) {

    static Meeting of(String place, @Nullable String placeName, LocalDate day, List<RaisedMatter> matters) {
        return new Meeting(
                place,
                placeName,
                day,
                matters.size(),
                count(matters, MatterState.OPEN),
                count(matters, MatterState.OVERDUE),
                count(matters, MatterState.DONE),
                count(matters, MatterState.GONE));
    }

    private static int count(List<RaisedMatter> matters, MatterState state) {
        return Math.toIntExact(
                matters.stream().filter(one -> one.state().equals(state.name())).count());
    }
}
