package io.doorstep.identity.guard;

import java.time.Duration;

/**
 * 限速道。 What guesses are counted by. Each lane leaks; while it holds more than is free, every further failure closes it for twice
 * as long as the one before.
 */
enum Lane {
    /** One account from one of its known devices; nobody else's guesses count here. */
    DEVICE(10, Duration.ofMinutes(10), Duration.ofMinutes(15)),
    /** One account from one address, by an unknown device. */
    ACCOUNT_FROM_ADDRESS(5, Duration.ofMinutes(10), Duration.ofMinutes(15)),
    /** One account by all unknown devices; short, or else it would lock its owner out. */
    ACCOUNT(10, Duration.ofMinutes(5), Duration.ofMinutes(1)),
    /** All accounts from one address; short, because an office may stand behind one address. */
    ADDRESS(20, Duration.ofMinutes(1), Duration.ofMinutes(1)),
    /** All accounts by all unknown devices: few guesses at many accounts from many addresses. */
    EVERYBODY(100, Duration.ofSeconds(6), Duration.ofSeconds(5));

    private final int free;
    private final Duration leak;
    private final Duration longest;

    Lane(int free, Duration leak, Duration longest) {
        this.free = free;
        this.leak = leak;
        this.longest = longest;
    }

    /** What a level of before has come down to. */
    double after(double level, Duration time) {
        return Math.max(0, level - (double) time.toMillis() / leak.toMillis());
    }

    /** How long a lane of that level is closed. */
    Duration closedFor(double level) {
        var over = (int) Math.ceil(level - free);
        if (over <= 0) {
            return Duration.ZERO;
        }
        var seconds = Duration.ofSeconds(1L << Math.min(over, 20));
        return seconds.compareTo(longest) > 0 ? longest : seconds;
    }
}
