package io.doorstep.command.cases;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseHistory;
import io.doorstep.command.cases.decision.Discretion;
import io.doorstep.command.cases.decision.OpeningCommand;
import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.decision.Timeliness;
import io.doorstep.command.dispatch.Desk;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.identity.FactMetadata;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** 案件。 One petition or dispute, from the day it is reported to the day it is struck off; the shell round its decisions. */
@Aggregate
class Case {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private final CaseHistory history = new CaseHistory();

    @CommandHandler(commandName = OpeningCommand.NAME)
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Receipt handle(OpeningCommand command, CommandMessage<?> message, Desk desk) {
        return decide(command, message, desk);
    }

    @CommandHandler(commandName = CaseCommand.NAME)
    Receipt handle(CaseCommand command, CommandMessage<?> message, Desk desk) {
        return decide(command, message, desk);
    }

    private Receipt decide(CaseCommand command, CommandMessage<?> message, Desk desk) {
        var at = desk.circumstances(message, command, history);
        Discretion.check(command, at, history);
        Timeliness.check(at);
        for (var fact : command.decide(history.asOf(at.when()), at)) {
            AggregateLifecycle.apply(fact, MetaData.from(at.metadataOf(fact, history)));
        }
        return history.receipt();
    }

    @EventSourcingHandler
    void on(CaseEvent fact, @MetaDataValue(value = FactMetadata.ACTOR, required = true) String actor) {
        id = fact.caseId();
        history.remember(fact, actor);
    }

    Case() {
        // Axon rebuilds a case from its facts through this constructor.
    }
}
