package io.doorstep.command.dispatch;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.store.FromMemory;
import io.doorstep.vault.Vault;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 合并提交。 While one commit is under way, the commands that arrive gather; then the thread of the first of them carries all of them out in
 * one transaction: decided {@link FromMemory}, with one look at their keys, and one statement each for facts and receipts.
 *
 * <p>It is a short cut, and says yes or nothing: when one of them is refused, collides or was sent before, none has left a trace, and each
 * goes the long way by itself, where the tables are asked for its receipt and its case (docs/decisions/0056).
 */
@Component
class GroupCommit {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** So many that the commit is a small part, and so few that the first of them does not wait for long. */
    private static final int MOST = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CommandGateway longWay;
    private final Batches batches;
    private final Receipts receipts;
    private final Vault vault;
    private final DistributionSummary sizes;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private boolean busy;

    GroupCommit(CommandGateway longWay, Batches batches, Receipts receipts, Vault vault, MeterRegistry meters) {
        this.longWay = longWay;
        this.batches = batches;
        this.receipts = receipts;
        this.vault = vault;
        this.sizes = meters.summary("doorstep.commands.together");
    }

    /** A command whose thread waits to be told what to do next: to take its answer, to go the long way, or to carry out the group. */
    private static final class Waiting {
        final CommandMessage<CaseCommand> message;
        final CompletableFuture<Supplier<Receipt>> next = new CompletableFuture<>();

        Waiting(CommandMessage<CaseCommand> message) {
            this.message = message;
        }

        String caseId() {
            return message.getPayload().caseId().value();
        }
    }

    /** Answers when the facts are on disk. */
    Receipt send(CommandMessage<CaseCommand> message) {
        if (CurrentUnitOfWork.isStarted() || TransactionSynchronizationManager.isActualTransactionActive()) {
            return longWay.sendAndWait(message);
        }
        var mine = new Waiting(message);
        synchronized (queue) {
            if (busy) {
                queue.add(mine);
            } else {
                busy = true;
                mine.next.complete(() -> lead(mine));
            }
        }
        return next(mine).get();
    }

    /** Whoever was not taken along in time does not wait for those before him: the database may answer him, or tell him that it does not. */
    private Supplier<Receipt> next(Waiting mine) {
        try {
            return mine.next.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            synchronized (queue) {
                if (queue.remove(mine)) {
                    return () -> longWay.sendAndWait(mine.message);
                }
            }
            return mine.next.join();
        } catch (InterruptedException | ExecutionException stopping) {
            Thread.currentThread().interrupt();
            return mine.next.join();
        }
    }

    /** What the thread of the first one does. */
    private Receipt lead(Waiting first) {
        var group = gather(first);
        Function<Waiting, Supplier<Receipt>> told = waiting -> () -> longWay.sendAndWait(waiting.message);
        try {
            told = carriedOut(group, told);
        } finally {
            handOver();
            for (var waiting : group) {
                waiting.next.complete(told.apply(waiting));
            }
        }
        return told.apply(first).get();
    }

    /** It and those in front of the queue, one of each case: what comes second to a case is decided when the first is on record. */
    private Collection<Waiting> gather(Waiting first) {
        var group = new LinkedHashMap<String, Waiting>();
        group.put(first.caseId(), first);
        synchronized (queue) {
            var each = queue.iterator();
            while (each.hasNext() && group.size() < MOST) {
                var waiting = each.next();
                if (group.putIfAbsent(waiting.caseId(), waiting) == null) {
                    each.remove();
                }
            }
        }
        return group.values();
    }

    private void handOver() {
        synchronized (queue) {
            var next = queue.poll();
            busy = next != null;
            if (next != null) {
                next.next.complete(() -> lead(next));
            }
        }
    }

    private Function<Waiting, Supplier<Receipt>> carriedOut(
            Collection<Waiting> group, Function<Waiting, Supplier<Receipt>> theLongWay) {
        var committing = new AtomicBoolean();
        Map<Waiting, Receipt> answers = new HashMap<>();
        try {
            batches.together(() -> {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        committing.set(true);
                    }
                });
                vault.takeInHand(group.stream().map(Waiting::caseId).toList());
                receipts.together(() -> group.forEach(waiting -> answers.put(waiting, decided(waiting))));
            });
            sizes.record(group.size());
            return waiting -> () -> answers.get(waiting);
        } catch (RuntimeException failure) {
            if (committing.get()
                    || failure instanceof TransactionException
                    || failure instanceof DataAccessResourceFailureException) {
                // nobody knows whether it was kept, or there is no database: the sender has to ask again
                return waiting -> () -> {
                    throw failure;
                };
            }
            LOG.debug("{} commands go the long way: {}", group.size(), failure.getClass());
            return theLongWay;
        }
    }

    private Receipt decided(Waiting waiting) {
        return FromMemory.decide(waiting.caseId(), () -> batches.dispatch(waiting.message), Receipt::version);
    }
}
