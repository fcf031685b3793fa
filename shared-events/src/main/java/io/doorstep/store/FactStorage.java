package io.doorstep.store;

import io.doorstep.events.upcasting.EventUpcasters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 事实库。 Axon's JDBC engine, with an order of appending that lets no reader miss a committed fact (docs/decisions/0003).
 *
 * <p>The gap timeout of a day is the second net: a reader never takes a slow transaction for a rolled-back one.
 */
public final class FactStorage extends JdbcEventStorageEngine {

    private static final int ONE_DAY_MS = 86_400_000;
    private static final int MOST_GAPS = 100_000;
    private static final int BATCH = 100;

    private final Engine engine;
    private final AppendOrder order;
    private final TransactionManager transactions;
    private final Timer appending;
    private final KnownFacts known = new KnownFacts();
    private final boolean ofCopies;
    private final OnlyKnown onlyKnown;

    private FactStorage(
            Builder builder,
            Engine engine,
            AppendOrder order,
            TransactionManager transactions,
            Timer appending,
            boolean ofCopies,
            OnlyKnown onlyKnown) {
        super(builder);
        this.engine = engine;
        this.order = order;
        this.transactions = transactions;
        this.appending = appending;
        this.ofCopies = ofCopies;
        this.onlyKnown = onlyKnown;
    }

    /** Whether a fact was met that a later version put on record; from then on this node leaves the reading to others. */
    public static boolean metNewer(EventStorageEngine store) {
        return store instanceof FactStorage facts && facts.onlyKnown.metNewer();
    }

    public static FactStorage on(
            DataSource database,
            AppendOrder order,
            TransactionManager transactions,
            Serializer serializer,
            MeterRegistry meters) {
        return on(database, order, transactions, serializer, meters, false);
    }

    /**
     * The same for an office that may hold copies only.
     *
     * @param ofCopies whether all facts are copies of other offices' (docs/decisions/0051): then none is ever appended by a command
     */
    public static FactStorage on(
            DataSource database,
            AppendOrder order,
            TransactionManager transactions,
            Serializer serializer,
            MeterRegistry meters,
            boolean ofCopies) {
        var engine = Engine.of(database);
        if (engine == Engine.H2 && order == AppendOrder.HORIZON) {
            throw new IllegalStateException(
                    "doorstep.store.append-order=horizon needs PostgreSQL; on H2 the order is kept by the lock");
        }
        var onlyKnown = new OnlyKnown();
        ConnectionProvider connections = new SpringDataSourceConnectionProvider(database);
        var builder = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(new EventUpcasterChain(EventUpcasters.inOrder(), onlyKnown))
                .connectionProvider(connections)
                .transactionManager(transactions)
                // the stock resolver does not know the batch's duplicate key for what it is (docs/decisions/0002)
                .persistenceExceptionResolver(new SQLStateResolver("23505"))
                .gapTimeout(ONE_DAY_MS)
                .maxGapOffset(MOST_GAPS)
                .batchSize(BATCH)
                // a case whose facts did not fill the batch has no more of them: it is not asked a second time
                .finalAggregateBatchPredicate(batch -> batch.size() < BATCH)
                .schema(EventTable.schema());
        if (order == AppendOrder.HORIZON) {
            Horizon.limit(builder);
        }
        return new FactStorage(
                builder, engine, order, transactions, meters.timer("doorstep.append"), ofCopies, onlyKnown);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (ofCopies) {
            throw ReadOnlyStore.refusal();
        }
        appending.record(() -> transactions.executeInTransaction(() -> {
            if (order == AppendOrder.LOCK) {
                waitForTurn();
            }
            super.appendEvents(events, serializer);
            onceCommitted(() -> events.forEach(this::remember));
        }));
    }

    /** What was recorded here need not be read; only words keep their kind on the way through the table. */
    private void remember(EventMessage<?> recorded) {
        if (recorded instanceof DomainEventMessage<?> fact
                && fact.getMetaData().values().stream().allMatch(String.class::isInstance)) {
            known.add(fact.getAggregateIdentifier(), whole(fact));
        }
    }

    /**
     * Keeps every gap. Axon takes what is missing before an old fact for rolled back; but a fact may be older than its row: one that was
     * taken over from another book keeps its time.
     */
    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, @Nullable GapAwareTrackingToken previous)
            throws SQLException {
        var read = super.getTrackedEventData(row, previous);
        return previous == null
                ? read
                : new TrackedDomainEventData<>(
                        previous.advanceTo(row.getLong("global_index"), MOST_GAPS), (DomainEventData<?>) read);
    }

    /**
     * All facts of a case. What was read before is not read again; what was recorded since, by whatever node, is, but where a decision is
     * made {@link FromMemory}. Whoever wants to know what lies in the table asks {@link #readEvents(String, long)}.
     */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        var remembered = known.of(aggregateIdentifier);
        if (FromMemory.suffices(aggregateIdentifier, remembered.size())) {
            return DomainEventStream.of(remembered);
        }
        var all = new ArrayList<>(remembered);
        var before = all.size();
        try (var since = readEvents(aggregateIdentifier, before).asStream()) {
            since.map(FactStorage::whole).forEach(all::add);
        }
        if (all.size() > before) {
            onceCommitted(() -> known.keep(aggregateIdentifier, all));
        }
        return DomainEventStream.of(all);
    }

    private static DomainEventMessage<?> whole(DomainEventMessage<?> read) {
        return new GenericDomainEventMessage<>(
                read.getType(),
                read.getAggregateIdentifier(),
                read.getSequenceNumber(),
                read.getPayload(),
                read.getMetaData(),
                read.getIdentifier(),
                read.getTimestamp());
    }

    /** A transaction sees facts of its own that may yet be rolled back. */
    private static void onceCommitted(Runnable keeping) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            keeping.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keeping.run();
            }
        });
    }

    /** There are none, so a case is not asked for them each time that it is loaded. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    private void waitForTurn() {
        var connection = getConnection();
        try (var statement = connection.prepareStatement(order.turn(engine))) {
            statement.execute();
        } catch (SQLException failure) {
            throw new ConcurrencyException("no turn to append within the lock time", failure);
        } finally {
            JdbcUtils.closeQuietly(connection);
        }
    }
}
