package io.doorstep.command.dispatch;

import io.doorstep.identity.Actor;
import io.doorstep.vault.Private;
import io.doorstep.web.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;

/**
 * 递送单。 What goes with a command: who asks, under which ids it may be repeated, and what he saw.
 *
 * @param receiptKeys ids under which a repetition is recognised: the Idempotency-Key, a client-made id
 * @param contentHash keyed hash of what was asked; the same id with another hash is refused
 * @param expectedVersion the version that the asker saw; null when he does not care
 * @param importId the ledger that the command comes from; null at the desk
 * @param lateReason why something long past is recorded only now
 */
public record Sending(
        Actor actor,
        List<String> receiptKeys,
        String contentHash,
        @Nullable Long expectedVersion,
        @Nullable String importId,
        @Nullable Private lateReason) {

    /** Key under which this travels with the command's message. */
    static final String KEY = "sending";

    /** What time brings about by itself, and only while the case has the facts that say so. */
    public static Sending ofTheClock(long expectedVersion) {
        return new Sending(Actor.CLOCK, List.of(), "", expectedVersion, null, null);
    }

    /** What came with a command. */
    public static Sending of(CommandMessage<?> message) {
        if (message.getMetaData().get(KEY) instanceof Sending sending) {
            return sending;
        }
        throw new IllegalStateException("a command comes with its sending");
    }

    /** The message of a command that goes with this, for the handler of that name; Axon hands the request's id on to the facts. */
    public <C> CommandMessage<C> with(C command, String handler) {
        var metadata = new HashMap<String, Object>(Map.of(KEY, this));
        Trace.current().ifPresent(trace -> metadata.put(Trace.KEY, trace));
        return new GenericCommandMessage<>(new GenericMessage<>(command, metadata), handler);
    }

    /** Whether nobody asks. */
    public boolean byTheClock() {
        return actor.equals(Actor.CLOCK);
    }
}
