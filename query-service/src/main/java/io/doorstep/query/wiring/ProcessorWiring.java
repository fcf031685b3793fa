package io.doorstep.query.wiring;

import io.doorstep.nodes.DatabaseTime;
import io.doorstep.nodes.NodeName;
import io.doorstep.nodes.Nodes;
import io.doorstep.nodes.Serving;
import io.doorstep.query.asof.Arrivals;
import io.doorstep.query.asof.CaseProjection;
import io.doorstep.query.asof.DutyTable;
import io.doorstep.query.asof.FactTable;
import io.doorstep.query.asof.StateTable;
import io.doorstep.query.asof.Watermark;
import io.doorstep.query.deadletters.DeadLetterTable;
import io.doorstep.query.deadletters.WithoutData;
import io.doorstep.query.editions.Edition;
import io.doorstep.query.editions.EditionConnections;
import io.doorstep.query.editions.EditionKeeper;
import io.doorstep.query.editions.EditionTransactions;
import io.doorstep.query.editions.Editions;
import io.doorstep.query.operations.SegmentShare;
import io.doorstep.query.wiring.ReadingWiring.ReadingTables;
import io.doorstep.store.FactStorage;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.MaxSegmentProvider;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How the facts reach the projections: in batches, several segments at a time, shared between the nodes by claims. */
@Configuration
class ProcessorWiring {

    private static final long EXTEND_CLAIMS_AFTER_MS = 4_000;
    private static final long SHARE_ANEW_EVERY_MS = 2_000;

    @Bean
    Serving servingQueries() {
        return new Serving("query");
    }

    /** Lies among the reading tables: whoever drops these starts from the first fact, without a further thought. */
    @Bean
    TokenStore tokenStore(
            DataSource database,
            Serializer serializer,
            ReadingTables tables,
            NodeName node,
            DatabaseTime time,
            @Value("${doorstep.reading.claim-timeout:20s}") Duration claimTimeout) {
        // nodes tell by it whether a claim has run out: their own clocks need not agree
        AbstractTokenEntry.clock = time.clock();
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(database))
                .serializer(serializer)
                .contentType(byte[].class)
                .claimTimeout(claimTimeout)
                // the default, pid@host, is the same for all containers of an image (docs/decisions/0002)
                .nodeId(node.value())
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setSegmentColumn("segment")
                        .setTokenColumn("token")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("timestamp")
                        .setOwnerColumn("owner")
                        .build())
                .build();
    }

    @Bean
    CaseProjection caseProjection(
            FactTable facts,
            StateTable states,
            DutyTable duties,
            Arrivals arrivals,
            PlatformTransactionManager transactions) {
        return new CaseProjection(facts, states, duties, arrivals, transactions);
    }

    /** The same once more for the second edition: where it writes is said by the transaction that it works in. */
    record ProjectionBeside(CaseProjection projection) {}

    @Bean
    ProjectionBeside projectionBeside(
            FactTable facts,
            StateTable states,
            DutyTable duties,
            Arrivals arrivals,
            PlatformTransactionManager transactions) {
        return new ProjectionBeside(new CaseProjection(facts, states, duties, arrivals, transactions));
    }

    @Bean
    ConfigurerModule readingProcessors(
            DataSource database,
            TransactionManager transactions,
            Serializer serializer,
            ReadingTables tables,
            Nodes nodes,
            TokenStore tokens,
            Editions editions,
            ProjectionBeside beside,
            EventStorageEngine store,
            DatabaseTime time,
            @Value("${doorstep.reading.segments:4}") int segments,
            @Value("${doorstep.reading.batch:100}") int batch) {
        var connections = new SpringDataSourceConnectionProvider(database);
        return configurer -> {
            var processing = configurer.eventProcessing();
            processing.usingPooledStreamingEventProcessors();
            for (var edition : Edition.values()) {
                var own = new EditionTransactions(edition, transactions);
                var share = new SegmentShare(
                        nodes, tokens, own, segments, () -> editions.isRead(edition) && !FactStorage.metNewer(store));
                group(processing, edition.group(), segments, batch, share, time.clock());
                park(processing, edition.group(), new EditionConnections(edition, connections), own, serializer);
                processing.registerTransactionManager(edition.group(), axon -> own);
            }
            processing.registerEventHandler(axon -> beside.projection());
            processing.assignHandlerInstancesMatching(Edition.B.group(), handler -> handler == beside.projection());
        };
    }

    @Bean
    EditionKeeper editionKeeper(
            Editions editions,
            Watermark watermark,
            TokenStore tokens,
            EventStorageEngine store,
            DataSource database,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${doorstep.reading.segments:4}") int segments,
            @Value("${doorstep.reading.claim-timeout:20s}") Duration claimTimeout) {
        return new EditionKeeper(
                editions,
                new EditionKeeper.Reading(watermark, tokens, store, segments, claimTimeout),
                database,
                jdbc,
                new TransactionTemplate(transactions),
                clock);
    }

    private static void group(
            EventProcessingConfigurer processing,
            String group,
            int segments,
            int batch,
            MaxSegmentProvider share,
            Clock clockOfClaims) {
        processing.registerPooledStreamingEventProcessorConfiguration(
                group,
                (axon, processor) -> processor
                        // or else a claim would be prolonged by another clock than it runs out by
                        .clock(clockOfClaims)
                        .initialSegmentCount(segments)
                        .maxSegmentProvider(share)
                        .tokenClaimInterval(SHARE_ANEW_EVERY_MS)
                        .batchSize(batch)
                        // from the first fact; a token at the head would forget what is being appended just then
                        .initialToken(source -> source.createTailToken())
                        .claimExtensionThreshold(EXTEND_CLAIMS_AFTER_MS)
                        .enableCoordinatorClaimExtension());
        processing.registerSequencingPolicy(group, axon -> SequentialPerAggregatePolicy.instance());
        processing.registerListenerInvocationErrorHandler(group, axon -> PropagatingErrorHandler.instance());
    }

    private static void park(
            EventProcessingConfigurer processing,
            String group,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer) {
        processing.registerDeadLetterQueue(
                group, axon -> DeadLetterTable.queue(group, connections, transactions, serializer));
        processing.registerDeadLetterPolicy(group, axon -> new WithoutData());
        // a reading from nothing starts without yesterday's letters
        processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                group,
                // whoever holds a segment knows which of its cases have letters, and asks the table only about those
                (axon, invoker) -> invoker.allowReset(true).enableSequenceIdentifierCache());
    }
}
