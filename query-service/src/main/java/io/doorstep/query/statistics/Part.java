package io.doorstep.query.statistics;

/** 归入。 On which side of a figure something counts. */
enum Part {
    /** In the denominator and in the numerator. */
    NUMERATOR,
    /** In the denominator only. */
    DENOMINATOR,
    /** In neither; the reason says why. */
    EXCLUDED
}
