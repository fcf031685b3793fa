package io.doorstep.query.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.doorstep.query.asof.CaseAsOf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * 办理用时。 From report to resolution, in days, of the cases reported in the window; those not resolved are told apart, for
 * an average over survivors says nothing.
 */
final class TimeTaken {

    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    private long[] seconds = new long[16];
    private int resolved;
    private long open;

    void add(CaseAsOf state) {
        if (state.exit() != null) {
            return;
        }
        var how = Cohorts.settled(state.cycle());
        if (how == null) {
            open++;
            return;
        }
        if (resolved == seconds.length) {
            seconds = Arrays.copyOf(seconds, resolved * 2);
        }
        seconds[resolved++] = Duration.between(state.reportedAt(), how.at()).toSeconds();
    }

    @JsonProperty
    int resolved() {
        return resolved;
    }

    /** Reported in the window and not resolved. */
    @JsonProperty
    long open() {
        return open;
    }

    @JsonProperty
    @Nullable
    BigDecimal medianDays() {
        return percentile(50);
    }

    @JsonProperty
    @Nullable
    BigDecimal ninetiethPercentileDays() {
        return percentile(90);
    }

    /** Nearest rank: the smallest time that at least so many per cent of the cases do not exceed; null for none. */
    private @Nullable BigDecimal percentile(int percent) {
        if (resolved == 0) {
            return null;
        }
        var sorted = Arrays.copyOf(seconds, resolved);
        Arrays.sort(sorted);
        var rank = (int) Math.ceil(percent / 100.0 * resolved);
        return BigDecimal.valueOf(sorted[rank - 1]).divide(SECONDS_A_DAY, 2, RoundingMode.HALF_UP);
    }
}
