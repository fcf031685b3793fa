package io.doorstep.store;

import java.util.ArrayList;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * 启动检查。 Refuses to run on parts that forget: Axon falls back to parts in memory without a word when its
 * auto-configuration and Spring Boot's do not meet (docs/decisions/0002).
 */
public final class StartUpGuard implements SmartInitializingSingleton {

    private final Configuration axon;
    private final EventProcessingConfiguration processing;

    public StartUpGuard(Configuration axon, EventProcessingConfiguration processing) {
        this.axon = axon;
        this.processing = processing;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var wrong = new ArrayList<String>();
        if (!(axon.eventBus() instanceof EventStore)) {
            wrong.add("the event bus is no event store but " + name(axon.eventBus()));
        }
        if (axon.getComponent(org.axonframework.eventsourcing.eventstore.EventStorageEngine.class)
                        instanceof FactStorage
                == false) {
            wrong.add("events are not kept by JDBC");
        }
        var transactions = axon.getComponent(TransactionManager.class);
        if (!(transactions instanceof SpringTransactionManager)) {
            wrong.add("transactions are not real: " + name(transactions));
        }
        processing.eventProcessors().forEach((processor, how) -> {
            if (!(how instanceof PooledStreamingEventProcessor)) {
                wrong.add("processor " + processor + " is no pooled streaming one but " + name(how));
            }
            TokenStore tokens = processing.tokenStore(processor);
            if (!(tokens instanceof JdbcTokenStore)) {
                wrong.add("processor " + processor + " keeps its tokens in " + name(tokens));
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Doorstep does not start, because " + String.join("; ", wrong));
        }
    }

    private static String name(Object part) {
        return part.getClass().getSimpleName();
    }
}
