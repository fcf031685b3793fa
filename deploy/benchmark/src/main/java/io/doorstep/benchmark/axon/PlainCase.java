package io.doorstep.benchmark.axon;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An aggregate that knows which step comes next. */
class PlainCase {
    @AggregateIdentifier
    private @Nullable String id;

    private int next;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakeStep command) {
        if (command.step().before() != next) {
            throw new IllegalStateException(command.step() + " is not what comes next of " + id);
        }
        AggregateLifecycle.apply(new StepTaken(command.id(), command.step(), command.words()));
    }

    @EventSourcingHandler
    void on(StepTaken taken) {
        id = taken.id();
        next = taken.step().before() + 1;
    }

    PlainCase() {
        // Axon rebuilds a case from its facts through this constructor.
    }
}
