package io.doorstep.nodes;

import java.time.Duration;

/**
 * 心跳。 How often a node gives a sign of life, and after what silence nobody counts on it any more.
 *
 * @param alone whether no other process can have this database open: then a name that is still there is of a process that is gone
 */
public record Pulse(Duration every, Duration silence, boolean alone) {

    private static final Pulse SHARED = new Pulse(Duration.ofSeconds(2), Duration.ofSeconds(10), false);
    // a file that is written all day long for nobody only grows
    private static final Pulse ALONE = new Pulse(Duration.ofMinutes(1), Duration.ofMinutes(3), true);

    /** A file of the embedded database is open in one process only. */
    public static Pulse on(String url) {
        return url.startsWith("jdbc:h2:file:") ? ALONE : SHARED;
    }
}
