package io.doorstep.query.freeze;

import org.jspecify.annotations.Nullable;

/**
 * 归属。 Where something of a case stands in a list or table.
 *
 * @param key the same as long as it is the same thing
 * @param topic the list, or the figure that counts it
 * @param part {@link #LISTED}, or on which side of the figure
 * @param reason why it counts on neither side of a figure
 */
public record Side(
        String key,
        String topic,
        String caseId,
        String number,
        String part,
        @Nullable String reason) {

    /** Of a line of a list. */
    public static final String LISTED = "LISTED";

    /** Of what was struck off and stands as such: a line that goes on here is as good as gone. */
    public static final String REOPENED = "REOPENED";

    /** A line of a list. */
    public static Side listed(String key, String list, String caseId, String number) {
        return new Side(key, list, caseId, number, LISTED, null);
    }
}
