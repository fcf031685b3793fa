package io.doorstep.wiring;

import io.doorstep.reference.ReferenceData;
import io.doorstep.weeks.Leaders;
import io.doorstep.weeks.PlanDrafts;
import io.doorstep.weeks.Planned;
import io.doorstep.weeks.PlannedByArchive;
import io.doorstep.weeks.WeekArchive;
import io.doorstep.wiring.StoreWiring.FactTables;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** No-meeting weeks: their facts, leaders and drafts. */
@Configuration
class WeekWiring {

    @Bean
    WeekArchive weekArchive(EventStorageEngine facts) {
        return new WeekArchive(facts);
    }

    @Bean
    Planned planned(WeekArchive archive, ReferenceData reference) {
        return new PlannedByArchive(archive, reference);
    }

    @Bean
    Leaders leaders(JdbcClient jdbc, PlatformTransactionManager transactions, FactTables tables) {
        return new Leaders(jdbc, transactions);
    }

    @Bean
    PlanDrafts planDrafts(JdbcClient jdbc, FactTables tables) {
        return new PlanDrafts(jdbc);
    }
}
