package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.upcasting.EventUpcasters;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 在案事实表。 Every fact as it was recorded, for the history and the fold; the only place that knows its columns. */
public final class FactTable {

    private static final String FACTS = CaseEvent.class.getPackageName() + ".";
    private static final byte[] NO_METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Serializer serializer;
    private final EventUpcasterChain upcasters = EventUpcasters.inOrder();

    public FactTable(JdbcClient jdbc, Rows rows, Serializer serializer) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.serializer = serializer;
    }

    /** Number of facts on record of a case. */
    public long count(String caseId) {
        return jdbc.sql("select count(*) from fact where case_id = ?")
                .param(caseId)
                .query(Long.class)
                .single();
    }

    /** How many facts each of these cases has. */
    Map<String, Long> counts(Collection<String> caseIds) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select case_id, count(*) from fact where case_id in (:ids) group by case_id")
                .param("ids", List.copyOf(caseIds))
                .query((row, n) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    /** All facts of a case in the order of their recording. */
    public List<RecordedFact> of(String caseId) {
        return jdbc.sql("select * from fact where case_id = ? order by sequence")
                .param(caseId)
                .query((row, n) -> read(row))
                .list();
    }

    /** Writes the facts of cases that are not there yet. */
    void add(List<CaseInHand> cases) {
        rows.insert(cases.stream()
                .flatMap(one -> one.news().stream())
                .map(this::row)
                .toList());
    }

    private TableRow row(RecordedFact recorded) {
        SerializedObject<byte[]> payload = serializer.serialize(recorded.fact(), byte[].class);
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("case_id", recorded.fact().caseId());
        row.put("sequence", recorded.sequence());
        row.put("type", recorded.type());
        row.put("revision", payload.getType().getRevision());
        row.put("occurred_at", SqlTime.of(recorded.occurredAt()));
        row.put("recorded_at", SqlTime.of(recorded.recordedAt()));
        row.put("actor", recorded.actor());
        row.put("roles", recorded.roles());
        row.put("unit", recorded.unit());
        row.put("late", recorded.late());
        row.put("import_id", recorded.importId());
        row.put("payload", payload.getData());
        return new TableRow("fact", row);
    }

    void clear() {
        jdbc.sql("delete from fact").update();
    }

    void forget(String caseId) {
        jdbc.sql("delete from fact where case_id = ?").param(caseId).update();
    }

    RecordedFact read(ResultSet row) throws SQLException {
        var entry = new GenericDomainEventEntry<>(
                "Case",
                row.getString("case_id"),
                row.getLong("sequence"),
                row.getString("case_id") + ":" + row.getLong("sequence"),
                instant(row, "recorded_at"),
                FACTS + row.getString("type"),
                row.getString("revision"),
                row.getBytes("payload"),
                NO_METADATA);
        var fact = EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry), serializer, upcasters)
                .next()
                .getPayload();
        return new RecordedFact(
                (CaseEvent) fact,
                row.getLong("sequence"),
                instant(row, "recorded_at"),
                row.getString("actor"),
                row.getString("roles"),
                row.getString("unit"),
                row.getString("late"),
                row.getString("import_id"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
