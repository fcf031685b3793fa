package io.doorstep.query.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** 履职计数。 How often a duty was kept, late, overdue or not yet due in one row. */
final class DutyCount {

    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, Long> excluded = new TreeMap<>();
    private long extended;

    void add(Owed owed) {
        verdicts.merge(owed.verdict(), 1L, Long::sum);
        if (owed.verdict() == Verdict.EXCLUDED) {
            excluded.merge(String.valueOf(owed.counted().reason()), 1L, Long::sum);
        }
        if (owed.extended()) {
            extended++;
        }
    }

    /** How often by the key of a verdict, or {@code extended}. */
    public long of(String key) {
        for (var verdict : Verdict.values()) {
            if (verdict.key().equals(key)) {
                return of(verdict);
            }
        }
        return extended;
    }

    private long of(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    @JsonProperty
    public long kept() {
        return of(Verdict.KEPT);
    }

    @JsonProperty
    public long late() {
        return of(Verdict.LATE);
    }

    @JsonProperty
    public long overdue() {
        return of(Verdict.OVERDUE);
    }

    @JsonProperty
    public long notYetDue() {
        return of(Verdict.NOT_YET_DUE);
    }

    /** Reason to count. */
    @JsonProperty
    public Map<String, Long> excluded() {
        return excluded;
    }

    /** Of all of these, those whose last day was lawfully put off. */
    @JsonProperty
    public long extended() {
        return extended;
    }

    /** What counts for or against: kept, late, overdue. */
    @JsonProperty
    public long owed() {
        return kept() + late() + overdue();
    }

    /** Kept of what counts, per cent; null for none. */
    @JsonProperty
    @Nullable
    public BigDecimal rate() {
        return Rate.of(kept(), owed());
    }

    /** The rate as people read it, a dash where nothing counts. */
    @JsonProperty
    public String shown() {
        return Rate.shown(kept(), owed());
    }
}
