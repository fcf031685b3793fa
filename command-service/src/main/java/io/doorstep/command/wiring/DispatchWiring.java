package io.doorstep.command.wiring;

import io.doorstep.command.dispatch.CaseNumbers;
import io.doorstep.command.dispatch.Desk;
import io.doorstep.command.dispatch.OtherCases;
import io.doorstep.command.dispatch.Receipts;
import io.doorstep.command.dispatch.RetryOnCollision;
import io.doorstep.nodes.Serving;
import io.doorstep.policy.Deadlines;
import io.doorstep.reference.ReferenceData;
import io.doorstep.vault.Vault;
import io.doorstep.visits.Packs;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands, their receipts and retries. */
@Configuration
class DispatchWiring {

    @Bean
    Serving servingCommands() {
        return new Serving("command");
    }

    @Bean
    Desk desk(
            Clock clock,
            Deadlines deadlines,
            Vault vault,
            ReferenceData reference,
            JdbcClient jdbc,
            OtherCases otherCases,
            Packs packs,
            ZoneId officeZone) {
        return new Desk(clock, deadlines, vault, new CaseNumbers(jdbc, officeZone), reference, otherCases, packs);
    }

    @Bean
    OtherCases otherCases(EventStore facts) {
        return new OtherCases(facts);
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService retryExecutor() {
        return Executors.newFixedThreadPool(4);
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus, ExecutorService retryExecutor) {
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(new RetryOnCollision(retryExecutor))
                .build();
    }

    @Bean
    Receipts receipts(JdbcOperations jdbc, Clock clock) {
        return new Receipts(jdbc, clock);
    }

    @Bean
    InitializingBean receiptsOnTheBus(CommandBus bus, Receipts receipts) {
        // registered here and not found as a bean, or else it would be there twice
        return () -> bus.registerHandlerInterceptor(receipts::handle);
    }
}
