package io.doorstep.query.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.doorstep.query.asof.CaseAsOf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
        add(state, ShippedDefinitions.NEWEST.rule(Figure.RESOLUTION));
    }

    /** @param rule what the headline figure takes for a resolution */
    void add(CaseAsOf state, FigureRule rule) {
        if (state.exit() != null) {
            return;
        }
        var taken = seconds(state, rule);
        if (taken == null) {
            open++;
            return;
        }
        if (resolved == seconds.length) {
            seconds = Arrays.copyOf(seconds, resolved * 2);
        }
        seconds[resolved++] = taken;
    }

    /** What a case adds: those resolved in the numerator, the open ones beside them, and those that left in neither. */
    static List<Counted> counted(CaseAsOf state, Window window) {
        var exit = state.exit();
        return Figure.RESOLUTION.of(state, window).stream()
                .map(one ->
                        exit == null ? one : one.as(Part.EXCLUDED, exit.which().name()))
                .toList();
    }

    /** Days with two decimals; null for a case that is not resolved. */
    static @Nullable BigDecimal days(CaseAsOf state, FigureRule rule) {
        var taken = state.exit() == null ? seconds(state, rule) : null;
        return taken == null ? null : days(taken);
    }

    private static @Nullable Long seconds(CaseAsOf state, FigureRule rule) {
        var how = rule.resolved(state.cycle());
        return how == null
                ? null
                : Long.valueOf(Duration.between(state.reportedAt(), how.at()).toSeconds());
    }

    private static BigDecimal days(long taken) {
        return BigDecimal.valueOf(taken).divide(SECONDS_A_DAY, 2, RoundingMode.HALF_UP);
    }

    /**
     * 分位。 The value of a rank, and those it stands between.
     *
     * @param rank from 1, in the order of the time taken
     * @param before null when it is the first
     * @param after null when it is the last
     */
    record Percentile(
            int percent,
            int rank,
            @Nullable BigDecimal before,
            BigDecimal value,
            @Nullable BigDecimal after) {}

    /** How a percentile came about; null where nothing is resolved. */
    @Nullable
    Percentile explained(int percent) {
        if (resolved == 0) {
            return null;
        }
        var sorted = sorted();
        var rank = rank(percent);
        return new Percentile(
                percent,
                rank,
                rank == 1 ? null : days(sorted[rank - 2]),
                days(sorted[rank - 1]),
                rank == resolved ? null : days(sorted[rank]));
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
        return days(sorted()[rank(percent) - 1]);
    }

    private int rank(int percent) {
        return (int) Math.ceil(percent / 100.0 * resolved);
    }

    private long[] sorted() {
        var sorted = Arrays.copyOf(seconds, resolved);
        Arrays.sort(sorted);
        return sorted;
    }
}
