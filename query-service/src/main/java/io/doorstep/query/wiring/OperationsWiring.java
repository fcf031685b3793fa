package io.doorstep.query.wiring;

import io.doorstep.query.asof.CaseProjection;
import io.doorstep.query.asof.FactTable;
import io.doorstep.query.asof.RowComparison;
import io.doorstep.query.asof.StateTable;
import io.doorstep.query.asof.Watermark;
import io.doorstep.query.completeness.CompletenessCheck;
import io.doorstep.query.deadletters.DeadLetterTable;
import io.doorstep.query.operations.ReadingHealth;
import io.doorstep.query.operations.ReadingMeters;
import java.time.Clock;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;

/** What tells how the reading side is doing. */
@Configuration
@EnableScheduling
class OperationsWiring {

    private static final List<String> GROUPS = List.of(CaseProjection.GROUP);

    @Bean
    CompletenessCheck completenessCheck(
            JdbcClient jdbc,
            EventStorageEngine store,
            FactTable facts,
            StateTable states,
            Watermark watermark,
            DeadLetterTable letters,
            CaseProjection projection,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new CompletenessCheck(
                jdbc,
                store,
                new RowComparison(jdbc, facts, states),
                watermark,
                letters,
                projection,
                transactions,
                clock);
    }

    @Bean
    ReadingMeters readingMeters(Watermark watermark, DeadLetterTable letters, CompletenessCheck check) {
        return new ReadingMeters(GROUPS, watermark, letters, check);
    }

    @Bean
    ReadingHealth readingHealth(EventProcessingConfiguration processing, Watermark watermark, DeadLetterTable letters) {
        return new ReadingHealth(GROUPS, processing, watermark, letters);
    }
}
