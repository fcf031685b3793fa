package io.doorstep.query.deadletters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 死信表。 The parked facts under our own column names, and what may be told of them: never a payload. */
public final class DeadLetterTable {

    static final DeadLetterSchema SCHEMA = DeadLetterSchema.builder()
            .deadLetterTable("dead_letter_entry")
            .deadLetterIdentifierColumn("dead_letter_identifier")
            .processingGroupColumn("processing_group")
            .sequenceIdentifierColumn("sequence_identifier")
            .sequenceIndexColumn("sequence_index")
            .messageTypeColumn("message_type")
            .eventIdentifierColumn("event_identifier")
            .timestampColumn("timestamp")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("metadata")
            .aggregateTypeColumn("aggregate_type")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .tokenTypeColumn("token_type")
            .tokenColumn("token")
            .enqueuedAtColumn("enqueued_at")
            .lastTouchedColumn("last_touched")
            .processingStartedColumn("processing_started")
            .causeTypeColumn("cause_type")
            .causeMessageColumn("cause_message")
            .diagnosticsColumn("diagnostics")
            .build();

    private static final int SHOWN = 1_000;

    private final JdbcClient jdbc;
    private final Serializer serializer;

    public DeadLetterTable(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** The queue of a processing group, which lies in this table. */
    public static SequencedDeadLetterQueue<EventMessage<?>> queue(
            String group, ConnectionProvider connections, TransactionManager transactions, Serializer serializer) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(SCHEMA)
                .statementFactory(PagingStatements.with(serializer))
                .genericSerializer(serializer)
                .eventSerializer(serializer)
                .build();
    }

    /** Number of facts that are parked for a group. */
    public long count(String group) {
        return jdbc.sql("select count(*) from dead_letter_entry where processing_group = ?")
                .param(group)
                .query(Long.class)
                .single();
    }

    /** Number of cases with parked facts that nobody has decided to leave so. */
    public long undecided(String group) {
        return jdbc.sql("""
                        select count(distinct d.sequence_identifier) from dead_letter_entry d
                         where d.processing_group = ? and not exists (select 1 from dead_letter_parking p
                               where p.case_id = d.sequence_identifier and p.lifted_at is null)
                        """).param(group).query(Long.class).single();
    }

    public boolean isParked(String caseId) {
        return jdbc.sql("select count(*) from dead_letter_entry where sequence_identifier = ?")
                        .param(caseId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The first parked fact of each case, the one that stands in the way; oldest first. */
    public List<DeadLetterEntry> heads() {
        return jdbc.sql("""
                select d.processing_group, d.sequence_identifier, d.sequence_number, d.payload_type, d.cause_type,
                       d.cause_message, d.enqueued_at, d.diagnostics, p.reason, p.parked_by, p.parked_at,
                       (select count(*) from dead_letter_entry n
                         where n.processing_group = d.processing_group
                           and n.sequence_identifier = d.sequence_identifier) as parked
                  from dead_letter_entry d
                  left join dead_letter_parking p on p.case_id = d.sequence_identifier and p.lifted_at is null
                 where d.sequence_index = (select min(h.sequence_index) from dead_letter_entry h
                                            where h.processing_group = d.processing_group
                                              and h.sequence_identifier = d.sequence_identifier)
                 order by d.enqueued_at, d.dead_letter_identifier limit ?
                """)
                .param(SHOWN)
                .query((row, n) -> new DeadLetterEntry(
                        row.getString("processing_group"),
                        row.getString("sequence_identifier"),
                        row.getLong("sequence_number"),
                        simpleName(row.getString("payload_type")),
                        row.getString("cause_type"),
                        row.getString("cause_message"),
                        Instant.parse(row.getString("enqueued_at")),
                        attempts(row.getBytes("diagnostics")),
                        row.getLong("parked"),
                        parking(row)))
                .list();
    }

    private static @Nullable Parking parking(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return reason == null
                ? null
                : new Parking(
                        reason,
                        row.getString("parked_by"),
                        row.getObject("parked_at", OffsetDateTime.class).toInstant());
    }

    private int attempts(byte @Nullable [] diagnostics) {
        if (diagnostics == null) {
            return 0;
        }
        MetaData read = serializer.deserialize(
                new SimpleSerializedObject<>(diagnostics, byte[].class, MetaData.class.getName(), null));
        return WithoutData.attempts(read);
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
