package io.doorstep.command.weeks.planning;

import io.doorstep.weeks.Placed;
import io.doorstep.weeks.Point;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 排班问题。 All that a plan is made from. The order of the lists matters to nothing but which of two equal plans is found.
 *
 * @param days on which visits are made
 * @param centres of places, by code; those that nobody knows are left out
 * @param dailyLoad most cases of a leader on a day
 * @param pins what a person decided; it is kept as it is, whatever else it breaks
 */
public record Week(
        List<LocalDate> days,
        List<Envoy> leaders,
        List<Candidate> candidates,
        Map<String, Point> centres,
        int dailyLoad,
        List<Placed> pins) {

    /** Throws {@link IllegalArgumentException} when a pin names what is not there, or two pins the same case. */
    public Week {
        days = List.copyOf(days);
        leaders = List.copyOf(leaders);
        candidates = List.copyOf(candidates);
        centres = Map.copyOf(centres);
        pins = List.copyOf(pins);
        var pinned = new HashSet<String>();
        for (var pin : pins) {
            var known = days.contains(pin.day())
                    && leaders.stream().anyMatch(leader -> leader.id().equals(pin.leader()))
                    && candidates.stream().anyMatch(it -> it.caseId().equals(pin.caseId()));
            if (!known || !pinned.add(pin.caseId())) {
                throw new IllegalArgumentException(
                        "a pin names a case, a leader and a day of the week, each case once");
            }
        }
    }

    Optional<Placed> pinOf(String caseId) {
        return pins.stream().filter(pin -> pin.caseId().equals(caseId)).findFirst();
    }
}
