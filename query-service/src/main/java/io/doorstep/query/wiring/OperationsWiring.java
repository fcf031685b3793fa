package io.doorstep.query.wiring;

import io.doorstep.backup.BackupRuns;
import io.doorstep.backup.OfficeBackup;
import io.doorstep.federation.upper.Standing;
import io.doorstep.nodes.Nodes;
import io.doorstep.proof.kept.CheckBook;
import io.doorstep.proof.kept.CheckpointPost;
import io.doorstep.proof.kept.Checkpoints;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.query.asof.CaseProjection;
import io.doorstep.query.asof.FactTable;
import io.doorstep.query.asof.RowComparison;
import io.doorstep.query.asof.StateTable;
import io.doorstep.query.asof.Watermark;
import io.doorstep.query.completeness.CompletenessCheck;
import io.doorstep.query.deadletters.DeadLetterTable;
import io.doorstep.query.editions.EditionWatch;
import io.doorstep.query.editions.Editions;
import io.doorstep.query.operations.ReadingHealth;
import io.doorstep.query.operations.ReadingMeters;
import io.doorstep.query.operations.Watch;
import io.doorstep.reminders.Outbox;
import io.doorstep.store.StoreSize;
import java.time.Clock;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What tells how the reading side is doing. */
@Configuration
class OperationsWiring {

    @Bean
    CompletenessCheck completenessCheck(
            JdbcClient jdbc,
            EventStorageEngine store,
            FactTable facts,
            StateTable states,
            Watermark watermark,
            Editions editions,
            DeadLetterTable letters,
            CaseProjection projection,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new CompletenessCheck(
                jdbc,
                store,
                new RowComparison(jdbc, facts, states),
                () -> watermark.position(editions.serving().group()),
                letters,
                projection,
                transactions,
                clock);
    }

    @Bean
    Watch.Proof watchedProof(
            FactLedger ledger, Checkpoints checkpoints, CheckBook book, CheckpointPost post, Standing standing) {
        return new Watch.Proof(ledger, checkpoints, book, post, standing);
    }

    @Bean
    Watch operationsWatch(
            Editions editions,
            EditionWatch beside,
            ReadingHealth health,
            Watermark watermark,
            DeadLetterTable letters,
            CompletenessCheck check,
            Nodes nodes,
            StoreSize store,
            EventStorageEngine facts,
            Watch.Proof proof,
            OfficeBackup backup,
            BackupRuns backups,
            Outbox outbox,
            JdbcClient jdbc,
            @Value("${doorstep.version:unpacked}") String version,
            Clock clock) {
        return new Watch(
                editions,
                beside,
                health,
                watermark,
                letters,
                check,
                nodes,
                store,
                facts,
                proof,
                new Watch.Kept(backup, backups),
                outbox,
                jdbc,
                version,
                clock);
    }

    @Bean
    ReadingMeters readingMeters(
            Editions editions, Watermark watermark, DeadLetterTable letters, CompletenessCheck check) {
        return new ReadingMeters(editions, watermark, letters, check);
    }

    @Bean
    ReadingHealth readingHealth(
            Editions editions, EventProcessingConfiguration processing, Watermark watermark, DeadLetterTable letters) {
        return new ReadingHealth(editions, processing, watermark, letters);
    }
}
