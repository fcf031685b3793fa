package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * 在案事实。 A fact with what the store knows of its recording. Its times are cut to microseconds, which both databases
 * keep, so that a comparison in memory and one in SQL never disagree.
 *
 * @param sequence position among the facts of its case, from 0
 * @param roles roles of the actor at the time, comma-separated
 * @param late OUT_OF_ORDER or RECORDED_LATE; null when it came in time
 * @param importId the ledger that it came with
 */
public record RecordedFact(
        CaseEvent fact,
        long sequence,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String roles,
        @Nullable String unit,
        @Nullable String late,
        @Nullable String importId) {

    /** The order in which facts happened; those of one moment in the order of their recording. */
    public static final Comparator<RecordedFact> AS_HAPPENED =
            Comparator.comparing(RecordedFact::occurredAt).thenComparingLong(RecordedFact::sequence);

    public RecordedFact {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    public Instant occurredAt() {
        return fact.occurredAt().truncatedTo(ChronoUnit.MICROS);
    }

    /** Name of the fact as the wire and the tables have it, such as {@code CaseReported}. */
    public String type() {
        return fact.getClass().getSimpleName();
    }

    RecordedFact recordedAt(Instant moment) {
        return new RecordedFact(fact, sequence, moment, actor, roles, unit, late, importId);
    }
}
