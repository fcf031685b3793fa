package io.doorstep.nodes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * 节点现况。 A process as it last said of itself.
 *
 * @param services what runs in it
 * @param ahead how far its own clock is ahead of the database's; what it writes is corrected by that
 * @param seenAt its last sign of life, by the clock of the database
 * @param silentFor how long ago that is
 * @param alive whether it is counted on
 */
public record RunningNode(
        String name,
        List<String> services,
        String version,
        Duration ahead,
        Instant startedAt,
        Instant seenAt,
        Duration silentFor,
        boolean alive) {

    /** Below this, what one machine measures of another's clock is the way between them, or the load of either. */
    static final Duration CLOCK_IS_OFF = Duration.ofSeconds(1);

    /** Whether somebody should set its clock. */
    public boolean clockIsOff() {
        return ahead.abs().compareTo(CLOCK_IS_OFF) > 0;
    }
}
