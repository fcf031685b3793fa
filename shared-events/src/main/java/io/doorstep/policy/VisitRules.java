package io.doorstep.policy;

import io.doorstep.terms.LeaderRank;
import io.doorstep.terms.VisitReason;
import io.doorstep.terms.VisitType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * 走访规则。 Who makes which visits, and which cases a no-meeting week is for.
 *
 * @param makes for every type of visit the ranks of leaders who make it
 * @param beyondTownships ranks that may be sent beyond their own contact townships; those come first nevertheless
 * @param appointedFor reasons that make a visit an appointed one
 * @param appointedWithinDays such a visit is owed within so many days after the case was opened
 * @param longOpenDays a case that was reported more than so many days ago is long open
 * @param unvisitedDays a village that nobody visited for more than so many days is long unvisited
 * @param dailyLoad most cases of a leader on a day, unless a planner says another number
 * @param sampling which closed-out cases the coordination group inspects
 */
public record VisitRules(
        Map<VisitType, List<LeaderRank>> makes,
        List<LeaderRank> beyondTownships,
        List<VisitReason> appointedFor,
        int appointedWithinDays,
        int longOpenDays,
        int unvisitedDays,
        int dailyLoad,
        Sampling sampling) {

    /**
     * 抽查。 How many of the cases that were closed out lately are drawn for inspection.
     *
     * @param perTownship of each township; 0: none
     * @param closedWithinDays closed out at most so many days before
     */
    public record Sampling(int perTownship, int closedWithinDays) {

        public Sampling {
            if (perTownship < 0 || closedWithinDays < 1) {
                throw new IllegalArgumentException("a sample is of at least no case, and of at least one day");
            }
        }
    }

    /** Throws {@link IllegalArgumentException} when a type of visit is left out, or a limit is less than 1. */
    public VisitRules {
        for (var type : VisitType.values()) {
            if (!makes.containsKey(type)) {
                throw new IllegalArgumentException("the policy does not say who makes a " + type);
            }
        }
        if (appointedWithinDays < 1 || longOpenDays < 1 || unvisitedDays < 1 || dailyLoad < 1) {
            throw new IllegalArgumentException("days and load of visits are at least 1");
        }
        makes = Map.copyOf(new EnumMap<>(makes));
        beyondTownships = List.copyOf(beyondTownships);
        appointedFor = List.copyOf(appointedFor);
    }

    /** Whether visits of the type are for leaders of the rank to make. */
    public boolean makes(LeaderRank rank, VisitType type) {
        return Objects.requireNonNull(makes.get(type)).contains(rank);
    }

    public boolean goesAnywhere(LeaderRank rank) {
        return beyondTownships.contains(rank);
    }

    /** The visit that an open case needs. */
    public VisitType typeFor(Set<VisitReason> reasons) {
        return appointedFor.stream().anyMatch(reasons::contains) ? VisitType.APPOINTED_VISIT : VisitType.DOWN_VISIT;
    }
}
