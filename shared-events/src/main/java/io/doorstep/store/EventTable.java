package io.doorstep.store;

import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/** 事实表。 The event table under the names of Axon 5's own engine, so that a later move finds it in place. */
public final class EventTable {

    public static final String NAME = "aggregate_event_entry";

    private EventTable() {}

    static EventSchema schema() {
        return EventSchema.builder()
                .eventTable(NAME)
                .globalIndexColumn("global_index")
                .timestampColumn("timestamp")
                .eventIdentifierColumn("identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("aggregate_sequence_number")
                .typeColumn("aggregate_type")
                .payloadTypeColumn("type")
                .payloadRevisionColumn("version")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .snapshotTable("snapshot_event_entry")
                .build();
    }
}
