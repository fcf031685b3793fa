package io.doorstep.query.testing;

import io.doorstep.identity.FactMetadata;
import io.doorstep.query.asof.CaseProjection;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.RecordedFact;
import io.doorstep.testing.Databases;
import java.util.HashMap;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 查询端实例。 One running reading side; several on one database are several nodes. */
public final class ReadingSide implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ReadingSide(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Urls of a fresh database on each engine. */
    public static Stream<String> databases() {
        return Stream.of(Databases.h2Url(), Databases.postgresUrl());
    }

    public static ReadingSide on(String url, String... properties) {
        var user = url.startsWith("jdbc:h2") ? "sa" : "postgres";
        var builder = new SpringApplicationBuilder(ReadingSideOnly.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + user,
                        "spring.datasource.password=" + (user.equals("sa") ? "" : "postgres"))
                .properties(properties);
        return new ReadingSide(builder.run());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** Puts the facts of a life into the event store, as the writing side would. */
    public ReadingSide publish(Life life) {
        return publish(life, 0);
    }

    /** The same without the first few, which are there already. */
    public ReadingSide publish(Life life, int known) {
        var facts = life.facts().stream().skip(known).map(ReadingSide::message).toList();
        bean(EventStore.class).publish(facts);
        return this;
    }

    public PooledStreamingEventProcessor processor() {
        return bean(EventProcessingConfiguration.class)
                .eventProcessor(CaseProjection.GROUP, PooledStreamingEventProcessor.class)
                .orElseThrow();
    }

    private static GenericDomainEventMessage<?> message(RecordedFact recorded) {
        var metadata = new HashMap<String, Object>();
        metadata.put(FactMetadata.ACTOR, String.valueOf(recorded.actor()));
        metadata.put(FactMetadata.ROLES, String.valueOf(recorded.roles()));
        metadata.put(FactMetadata.UNIT, String.valueOf(recorded.unit()));
        return new GenericDomainEventMessage<>(
                "Case",
                recorded.fact().caseId(),
                recorded.sequence(),
                new GenericMessage<>(recorded.fact(), metadata),
                recorded.recordedAt());
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            value = {"io.doorstep.wiring", "io.doorstep.query"},
            // the door and the pages of accounts want what only a web server has
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "io\\.doorstep\\.query\\.(accounts|home|me|securitylog)\\..*"))
    static class ReadingSideOnly {}
}
