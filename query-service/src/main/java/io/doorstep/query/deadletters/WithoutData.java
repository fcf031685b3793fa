package io.doorstep.query.deadletters;

import io.doorstep.query.asof.UnreadableFact;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;

/**
 * 不留数据的死信。 Parks every fact that fails; of the failure only its class and the place in the code are kept, because the
 * message of a database or a parser may quote what it could not take.
 */
public final class WithoutData implements EnqueuePolicy<EventMessage<?>> {

    private static final String ATTEMPTS = "attempts";

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        var cause = failure instanceof UnreadableFact unreadable
                ? new ThrowableCause(unreadable.cause(), unreadable.place())
                : new ThrowableCause(failure.getClass().getName(), "before the projection");
        return Decisions.enqueue(
                cause, parked -> parked.diagnostics().and(ATTEMPTS, attempts(parked.diagnostics()) + 1));
    }

    static int attempts(MetaData diagnostics) {
        return diagnostics.get(ATTEMPTS) instanceof Number number ? number.intValue() : 0;
    }
}
