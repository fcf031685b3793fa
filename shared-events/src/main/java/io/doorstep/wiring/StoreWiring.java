package io.doorstep.wiring;

import io.doorstep.federation.upper.UpperLevel;
import io.doorstep.nodes.DatabaseTime;
import io.doorstep.store.AppendOrder;
import io.doorstep.store.FactSerializer;
import io.doorstep.store.FactStorage;
import io.doorstep.store.Migration;
import io.doorstep.store.StartUpGuard;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/** The facts and how they are kept. */
@Configuration
class StoreWiring {

    @Bean
    Clock clock(DatabaseTime time) {
        return time.clock();
    }

    @Bean
    FactTables factTables(DataSource database) {
        Migration.ofFacts(database);
        return new FactTables();
    }

    /** Ask for it to be sure that the tables of the facts are there. */
    public record FactTables() {}

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    @Primary
    Serializer serializer() {
        return FactSerializer.create();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return FactSerializer.create();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return FactSerializer.create();
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            DataSource database,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer serializer,
            MeterRegistry meters,
            FactTables tables,
            UpperLevel level,
            @Value("${doorstep.store.append-order:lock}") String order) {
        return FactStorage.on(
                database,
                AppendOrder.valueOf(order.toUpperCase(Locale.ROOT)),
                transactions,
                serializer,
                meters,
                level.holdsCopies());
    }

    @Bean
    EmbeddedEventStore eventStore(EventStorageEngine storage, Clock clock) {
        // or else facts are recorded by the machine's own clock
        GenericEventMessage.clock = clock;
        return EmbeddedEventStore.builder()
                .storageEngine(storage)
                // its shared cache of recent events leaks (AxonFramework#2954); plain polling is cheap enough
                .optimizeEventConsumption(false)
                .fetchDelay(100)
                .timeUnit(TimeUnit.MILLISECONDS)
                .build();
    }

    @Bean
    StartUpGuard startUpGuard(org.axonframework.config.Configuration axon, EventProcessingConfiguration processing) {
        return new StartUpGuard(axon, processing);
    }
}
