package io.doorstep.policy;

/**
 * 期限规则。 How long one clock runs under one policy.
 *
 * @param length number of days, counted as {@code counts} says; the first day is not among them
 * @param source the article that sets the length, or "policy" where it is our choice
 */
public record ClockRule(int length, DayCount counts, String source) {

    public ClockRule {
        if (length < 1) {
            throw new IllegalArgumentException("a clock runs at least one day, not " + length);
        }
    }
}
