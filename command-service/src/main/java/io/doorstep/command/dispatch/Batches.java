package io.doorstep.command.dispatch;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 成批递送。 Many commands in one transaction: all their facts and receipts and whatever else the work writes, or nothing.
 *
 * <p>One unit of work holds the commands, so that their facts are appended together at its end. A batch thereby takes its
 * locks in the order of a single command, numbers first and the order of appending last, and waits for nobody in between.
 */
@Component
public class Batches {

    private static final String BATCH = "batch";
    private static final String REHEARSAL = "rehearsal";

    private final CommandBus bus;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    Batches(CommandBus bus, PlatformTransactionManager transactions, MeterRegistry meters) {
        this.bus = bus;
        this.transaction = new TransactionTemplate(transactions);
        this.meters = meters;
    }

    /** Does the work, in which {@link #send} may be called; anything that is thrown leaves no trace of it. */
    public void together(Runnable work) {
        transaction.executeWithoutResult(step -> {
            var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>(BATCH));
            var result = unit.executeWithResult(() -> {
                work.run();
                return "done";
            });
            if (result.isExceptional()) {
                throw unchecked(result.exceptionResult());
            }
        });
    }

    /** Does the work in the same way, decisions and receipts included, and then leaves no trace of it; no fact is appended. */
    public void rehearse(Runnable work) {
        transaction.executeWithoutResult(step -> {
            step.setRollbackOnly();
            var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>(REHEARSAL));
            try {
                work.run();
            } finally {
                unit.rollback();
            }
        });
    }

    /**
     * Sends a command on this thread. It is not repeated after a collision: that would happen on another thread, outside
     * of this transaction and waiting for its locks.
     */
    public Receipt send(CaseCommand command, Sending sending) {
        var started = System.nanoTime();
        var result = result(Commands.message(command, sending));
        meters.timer(
                        "doorstep.commands",
                        "name",
                        command.getClass().getSimpleName(),
                        "outcome",
                        result.isExceptional() ? "REFUSED" : isRehearsal() ? "REHEARSED" : "DONE")
                .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        return payload(result);
    }

    /** As {@link #send}, and somebody else counts it. */
    Receipt dispatch(CommandMessage<CaseCommand> message) {
        return payload(result(message));
    }

    private CommandResultMessage<? extends Receipt> result(CommandMessage<CaseCommand> message) {
        var answer = new FutureCallback<CaseCommand, Receipt>();
        bus.dispatch(message, answer);
        return answer.getResult();
    }

    private static Receipt payload(CommandResultMessage<? extends Receipt> result) {
        if (result.isExceptional()) {
            throw unchecked(result.exceptionResult());
        }
        return result.getPayload();
    }

    private static boolean isRehearsal() {
        return CurrentUnitOfWork.isStarted()
                && REHEARSAL.equals(CurrentUnitOfWork.get().getMessage().getPayload());
    }

    private static RuntimeException unchecked(Throwable thrown) {
        return thrown instanceof RuntimeException failure
                ? failure
                : new CommandExecutionException("a batch failed", thrown);
    }
}
