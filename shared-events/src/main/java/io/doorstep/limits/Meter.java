package io.doorstep.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** 计量。 Leaking buckets by name, in the memory of this node; one that has run dry is forgotten. */
public final class Meter {
    private static final int SWEEP_ABOVE = 10_000;

    private final ConcurrentMap<String, Level> levels = new ConcurrentHashMap<>();
    private final Clock clock;

    public Meter(Clock clock) {
        this.clock = clock;
    }

    private record Level(double height, long at) {

        double after(long now, int aMinute) {
            return Math.max(0, height - (now - at) * (aMinute / 60_000.0));
        }
    }

    /** Counts one, and answers how long to wait before the next; zero when there is room for this one. */
    public Duration count(String name, int atOnce, int aMinute) {
        var now = clock.millis();
        var full = new boolean[1];
        var level = levels.compute(name, (same, before) -> {
            var height = before == null ? 0 : before.after(now, aMinute);
            full[0] = height + 1 > atOnce;
            // who goes on knocking does not wait any longer for it
            return new Level(full[0] ? height : height + 1, now);
        });
        if (levels.size() > SWEEP_ABOVE) {
            levels.values()
                    .removeIf(each -> now - each.at > Duration.ofMinutes(10).toMillis());
        }
        return full[0]
                ? Duration.ofMillis((long) Math.ceil((level.height + 1 - atOnce) * 60_000 / aMinute))
                : Duration.ZERO;
    }
}
