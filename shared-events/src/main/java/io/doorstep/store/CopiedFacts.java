package io.doorstep.store;

import io.doorstep.proof.StoredFact;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 抄录事实。 Puts facts of another office into the store byte for byte, in the order of appending that readers rely on (docs/decisions/0003),
 * in the caller's transaction.
 */
public final class CopiedFacts {

    private static final String INSERT = "insert into " + EventTable.NAME
            + " (identifier, aggregate_type, aggregate_identifier, aggregate_sequence_number, type, version, timestamp,"
            + " payload, metadata) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final Engine engine;
    private final AppendOrder order;

    public CopiedFacts(DataSource database, AppendOrder order) {
        this.jdbc = new JdbcTemplate(database);
        this.engine = Engine.of(database);
        this.order = order;
    }

    public void append(List<StoredFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        if (order == AppendOrder.LOCK) {
            jdbc.query(order.turn(engine), row -> {});
        }
        jdbc.batchUpdate(
                INSERT,
                facts.stream()
                        .map(fact -> new Object[] {
                            fact.identifier(),
                            fact.subjectType(),
                            fact.subject(),
                            fact.number(),
                            fact.type(),
                            fact.version(),
                            fact.time(),
                            fact.payload(),
                            fact.metadata()
                        })
                        .toList());
    }
}
