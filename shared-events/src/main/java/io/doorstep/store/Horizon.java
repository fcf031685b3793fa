package io.doorstep.store;

import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/** 可见界限。 On PostgreSQL, readers see no fact of a transaction younger than the oldest one still open. */
final class Horizon {

    private static final String BELOW = " and tx < pg_snapshot_xmin(pg_current_snapshot())";

    private Horizon() {}

    static void limit(JdbcEventStorageEngine.Builder builder) {
        builder.readEventDataWithoutGaps((connection, schema, index, batch) -> {
                    var statement = connection.prepareStatement("select " + schema.trackedEventFields() + " from "
                            + EventTable.NAME + " where global_index > ? and global_index <= ?" + BELOW
                            + " order by global_index");
                    statement.setLong(1, index);
                    statement.setLong(2, index + batch);
                    return statement;
                })
                .readEventDataWithGaps((connection, schema, index, batch, gaps) -> {
                    var statement = connection.prepareStatement("select " + schema.trackedEventFields() + " from "
                            + EventTable.NAME
                            + " where ((global_index > ? and global_index <= ?) or global_index = any (?))" + BELOW
                            + " order by global_index");
                    statement.setLong(1, index);
                    statement.setLong(2, index + batch);
                    statement.setArray(3, connection.createArrayOf("bigint", gaps.toArray()));
                    return statement;
                })
                .fetchTrackedEvents((connection, schema, index) -> {
                    var statement = connection.prepareStatement(
                            "select min(global_index) from " + EventTable.NAME + " where global_index > ?" + BELOW);
                    statement.setLong(1, index);
                    return statement;
                });
    }
}
