package io.doorstep.query.deadletters;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;
import org.axonframework.serialization.Serializer;

/**
 * 分页语句。 Axon's dead-letter statements, except that the search for parked cases pages by offset: 4.13.0 compares the offset
 * with an index inside the sequence and so never sees past the ten first cases (AxonFramework#4544).
 */
final class PagingStatements extends DefaultDeadLetterStatementFactory<EventMessage<?>> {

    private static final String CLAIMABLE = """
            select * from dead_letter_entry d
             where d.processing_group = ?
               and d.sequence_index = (select min(h.sequence_index) from dead_letter_entry h
                                        where h.processing_group = d.processing_group
                                          and h.sequence_identifier = d.sequence_identifier)
               and (d.processing_started is null or d.processing_started < ?)
             order by d.last_touched, d.dead_letter_identifier limit ? offset ?
            """;

    private PagingStatements(Builder<EventMessage<?>> builder) {
        super(builder);
    }

    static PagingStatements with(Serializer serializer) {
        return new PagingStatements(new Open()
                .schema(DeadLetterTable.SCHEMA)
                .genericSerializer(serializer)
                .eventSerializer(serializer));
    }

    @Override
    public PreparedStatement claimableSequencesStatement(
            Connection connection, String processingGroup, Instant processingStartedLimit, int offset, int maxSize)
            throws SQLException {
        var statement =
                connection.prepareStatement(CLAIMABLE, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        statement.setString(1, processingGroup);
        statement.setString(2, DateTimeUtils.formatInstant(processingStartedLimit));
        statement.setInt(3, maxSize);
        statement.setInt(4, offset);
        return statement;
    }

    /** The builder's constructor is only open to its heirs. */
    private static final class Open extends Builder<EventMessage<?>> {}
}
