package io.doorstep.command.weeks;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.dispatch.Desk;
import io.doorstep.command.dispatch.Sending;
import io.doorstep.events.weeks.WeekEvent;
import io.doorstep.identity.FactMetadata;
import io.doorstep.weeks.WeekRecord;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** 无会周。 One county's week of one month; the shell round its decisions. */
@Aggregate
class NoMeetingWeek {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private WeekRecord known = WeekRecord.NONE;

    @CommandHandler(commandName = WeekCommand.NAME)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(WeekCommand command, CommandMessage<?> message, Desk desk) {
        var sending = Sending.of(message);
        var fact = command.decide(known, desk.now());
        AggregateLifecycle.apply(fact, MetaData.from(metadata(sending)));
        return new Receipt(fact.weekId(), command.number(), known.version());
    }

    private static Map<String, Object> metadata(Sending sending) {
        var metadata = new HashMap<String, Object>();
        metadata.put(FactMetadata.ACTOR, sending.actor().id());
        metadata.put(FactMetadata.ROLES, sending.actor().rolesAsText());
        var unit = sending.actor().unit();
        if (unit != null) {
            metadata.put(FactMetadata.UNIT, unit);
        }
        return metadata;
    }

    @EventSourcingHandler
    void on(WeekEvent fact) {
        id = fact.weekId();
        known = known.with(fact);
    }

    NoMeetingWeek() {
        // Axon rebuilds a week from its facts through this constructor.
    }
}
