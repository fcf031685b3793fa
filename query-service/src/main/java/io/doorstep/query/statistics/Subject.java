package io.doorstep.query.statistics;

import org.jspecify.annotations.Nullable;

/**
 * 所问的数。 What is to be explained: a figure, or the time taken.
 *
 * @param figure null for the time taken
 */
record Subject(String key, @Nullable Figure figure, Counting counting) {

    static final String TIME = "time";

    static Subject of(Figure figure) {
        return new Subject(figure.key(), figure, figure::of);
    }

    static Subject ofTime() {
        return new Subject(TIME, null, TimeTaken::counted);
    }
}
