package io.doorstep.command.dispatch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.TransientDataAccessException;

/**
 * 碰撞后重试。 Repeats a command when somebody else was faster at the same case or held a lock for too long, and for no other reason: Axon's own
 * scheduler repeats refusals too (docs/decisions/0002). Five times, 10 to 200 ms apart.
 */
public final class RetryOnCollision implements RetryScheduler {

    private static final int TIMES = 5;

    private final Executor executor;

    public RetryOnCollision(Executor executor) {
        this.executor = executor;
    }

    @Override
    public boolean scheduleRetry(
            @SuppressWarnings("rawtypes") CommandMessage command,
            RuntimeException last,
            List<Class<? extends Throwable>[]> failures,
            Runnable again) {
        var collision = last instanceof ConcurrencyException || last instanceof AggregateStreamCreationException;
        // waited too long for a lock that others held; all was rolled back
        var crowd = last instanceof TransientDataAccessException;
        if (!(collision || crowd) || failures.size() > TIMES) {
            return false;
        }
        var pause = ThreadLocalRandom.current().nextLong(10, 200);
        CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, executor)
                .execute(again);
        return true;
    }
}
