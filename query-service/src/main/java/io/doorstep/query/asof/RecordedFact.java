package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseEvent;
import io.doorstep.identity.FactMetadata;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
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

    /** A fact as the event store hands it out. */
    public static RecordedFact of(CaseEvent fact, long sequence, Instant recordedAt, Map<String, ?> metadata) {
        return new RecordedFact(
                fact,
                sequence,
                recordedAt,
                text(metadata, FactMetadata.ACTOR),
                text(metadata, FactMetadata.ROLES),
                text(metadata, FactMetadata.UNIT),
                text(metadata, FactMetadata.LATE),
                text(metadata, FactMetadata.IMPORT));
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

    private static @Nullable String text(Map<String, ?> metadata, String key) {
        var value = metadata.get(key);
        return value == null ? null : value.toString();
    }
}
