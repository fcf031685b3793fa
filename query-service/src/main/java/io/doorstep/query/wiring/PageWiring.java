package io.doorstep.query.wiring;

import io.doorstep.access.AccessLog;
import io.doorstep.federation.upper.UpperLevel;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.access.Openings;
import io.doorstep.query.asof.CaseFilterReader;
import io.doorstep.query.export.Exports;
import io.doorstep.query.layout.ListFiles;
import io.doorstep.query.layout.ListRequests;
import io.doorstep.query.layout.ListScreens;
import io.doorstep.query.layout.Lists;
import io.doorstep.reference.ReferenceData;
import io.doorstep.vault.Vault;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What all pages share. */
@Configuration
class PageWiring {

    @Bean
    Lists lists(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Lists(jdbc, transactions);
    }

    @Bean
    ListRequests listRequests(CaseFilterReader filters, Deadlines deadlines, Clock clock) {
        return new ListRequests(filters, deadlines, clock);
    }

    @Bean
    ListScreens listScreens(
            ListRequests requests, ReferenceData reference, Deadlines deadlines, Clock clock, ZoneId officeZone) {
        return new ListScreens(requests, reference, deadlines, clock, officeZone);
    }

    @Bean
    Exports exports(ZoneId officeZone) {
        return new Exports(officeZone);
    }

    @Bean
    ListFiles listFiles(Exports exports, MessageSource messages, Deadlines deadlines) {
        return new ListFiles(exports, messages, deadlines);
    }

    @Bean
    Openings openings(Vault vault, AccessLog log, UpperLevel level) {
        return new Openings(vault, log, level.holdsCopies());
    }
}
