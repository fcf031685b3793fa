package io.doorstep.wiring;

import io.doorstep.nodes.DatabaseTime;
import io.doorstep.nodes.NodeKeeper;
import io.doorstep.nodes.NodeMeters;
import io.doorstep.nodes.NodeName;
import io.doorstep.nodes.Nodes;
import io.doorstep.nodes.Pulse;
import io.doorstep.nodes.Serving;
import io.doorstep.store.Engine;
import io.doorstep.store.FactStorage;
import io.doorstep.store.StoreMeters;
import io.doorstep.store.StoreSize;
import io.doorstep.wiring.StoreWiring.FactTables;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This process among those that work on the same database, and the clock that they share. */
@Configuration
class NodeWiring {

    @Bean
    NodeName nodeName(@Value("${doorstep.node:}") String setting) {
        return NodeName.of(setting);
    }

    @Bean
    Pulse pulse(@Value("${spring.datasource.url:}") String url) {
        return Pulse.on(url);
    }

    @Bean
    DatabaseTime databaseTime(JdbcClient jdbc) {
        return new DatabaseTime(jdbc, Clock.systemUTC());
    }

    @Bean
    Nodes nodes(JdbcClient jdbc, NodeName name, Pulse pulse, FactTables tables) {
        return new Nodes(jdbc, name, pulse);
    }

    @Bean
    StoreSize storeSize(
            JdbcClient jdbc, DataSource database, @Value("${doorstep.data:./data}") String folder, FactTables tables) {
        return new StoreSize(jdbc, Engine.of(database), Path.of(folder));
    }

    @Bean
    StoreMeters storeMeters(StoreSize size) {
        return new StoreMeters(size);
    }

    @Bean
    NodeMeters nodeMeters(Nodes nodes, DatabaseTime time) {
        return new NodeMeters(nodes, time);
    }

    @Bean
    NodeKeeper nodeKeeper(
            Nodes nodes,
            DatabaseTime time,
            Pulse pulse,
            ObjectProvider<Serving> serving,
            ObjectProvider<EventStorageEngine> store,
            ConfigurableApplicationContext context,
            @Value("${doorstep.version:unpacked}") String version) {
        return new NodeKeeper(
                nodes,
                time,
                pulse,
                () -> serving.stream()
                        .map(Serving::service)
                        // what it cannot read others shall, and share among them
                        .filter(service ->
                                !service.equals("query") || store.stream().noneMatch(FactStorage::metNewer))
                        .sorted()
                        .collect(Collectors.joining(",")),
                version,
                // not in the hand of the keeper, which the end waits for
                () -> new Thread(context::close, "superseded").start());
    }
}
