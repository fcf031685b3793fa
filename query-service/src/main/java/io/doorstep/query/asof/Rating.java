package io.doorstep.query.asof;

import java.time.Instant;

/**
 * 满意度评价。 What the petitioner said about the bureau or the handling unit, or that the time to say so passed.
 *
 * @param cycle the round of the case that it is about
 * @param replaced whether a later one of the same target and cycle stands in its place
 */
public record Rating(String target, String rating, Instant at, int cycle, boolean replaced) {

    boolean about(Rating other) {
        return cycle == other.cycle && target.equals(other.target);
    }

    Rating replacedByLater() {
        return new Rating(target, rating, at, cycle, true);
    }
}
