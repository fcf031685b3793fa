package io.doorstep.benchmark.axon;

import com.zaxxer.hikari.HikariDataSource;
import io.doorstep.benchmark.Contestant;
import io.doorstep.benchmark.Database;
import io.doorstep.benchmark.Life;
import io.doorstep.benchmark.Step;
import java.sql.SQLException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.GenericTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.MySqlEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * 原样的 Axon。 Its configurer's defaults: a simple bus, no cache, no snapshots, a tracking processor with one segment and
 * one event a transaction; gaps as it handles them itself. Only the serializer is Jackson and not XStream.
 */
public final class PlainAxon implements Contestant {
    private final HikariDataSource database;
    private final Configuration axon;
    private final CommandGateway commands;
    private final JdbcClient jdbc;

    public PlainAxon(Database settings) throws SQLException {
        this.database = settings.open();
        this.jdbc = JdbcClient.create(database);
        ConnectionProvider connections = new SpringDataSourceConnectionProvider(database);
        var transactions = new SpringTransactionManager(new DataSourceTransactionManager(database));
        var json = JacksonSerializer.defaultSerializer();
        var storage = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .build();
        storage.createSchema(settings.isH2() ? MySqlEventTableFactory.INSTANCE : PostgresEventTableFactory.INSTANCE);
        var tokens = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(json)
                .build();
        tokens.createSchema(settings.isH2() ? GenericTokenTableFactory.INSTANCE : PostgresTokenTableFactory.INSTANCE);
        try (var connection = database.getConnection()) {
            PlainLists.create(connection);
        }
        this.axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> (EventStorageEngine) storage)
                .configureSerializer(configuration -> json)
                .registerComponent(TransactionManager.class, configuration -> transactions)
                .registerComponent(TokenStore.class, configuration -> tokens)
                .configureAggregate(PlainCase.class)
                .registerEventHandler(configuration -> new PlainLists(connections))
                .buildConfiguration();
        axon.start();
        this.commands = axon.commandGateway();
    }

    @Override
    public void take(Step step, Life life) {
        commands.sendAndWait(new TakeStep(life.id().toString(), step, life.words(step)));
    }

    @Override
    public void settle() throws InterruptedException {
        var missing = 1L;
        while (missing > 0) {
            missing = count("select count(*) from DomainEventEntry where type = 'PlainCase' and sequenceNumber = 6")
                    - count("select count(*) from close_out");
            Thread.sleep(missing > 0 ? 5 : 0);
        }
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Override
    public Kept kept(Life life) {
        var history =
                axon.eventStore().readEvents(life.id().toString()).asStream().toList();
        var words = history.stream()
                .filter(event -> event.getPayload() instanceof StepTaken taken
                        && taken.words().length() >= 200)
                .count();
        return new Kept(
                history.size(), (int) words, in("problem", life), in("assignment", life), in("close_out", life));
    }

    private boolean in(String list, Life life) {
        return jdbc.sql("select count(*) from " + list + " where case_id = ?")
                        .param(life.id().toString())
                        .query(Long.class)
                        .single()
                == 1;
    }

    @Override
    public void close() {
        axon.shutdown();
        database.close();
    }
}
