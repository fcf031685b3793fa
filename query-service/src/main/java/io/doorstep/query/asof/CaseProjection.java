package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 案情投影。 Keeps {@code fact} and {@code case_state} in step with the facts. A fact that was read before
 * is skipped; one that comes before its predecessors is an error, not a shrug.
 */
@ProcessingGroup(CaseProjection.GROUP)
public class CaseProjection {

    public static final String GROUP = "cases";

    private final FactTable facts;
    private final StateTable states;
    private final DutyTable duties;
    private final Arrivals arrivals;
    private final TransactionTemplate step;
    private final KnownCases known = new KnownCases();

    /** Cases of batches that could not be written: they are read one fact at a time, so that the one that cannot be read is found. */
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();

    public CaseProjection(
            FactTable facts,
            StateTable states,
            DutyTable duties,
            Arrivals arrivals,
            PlatformTransactionManager transactions) {
        this.facts = facts;
        this.states = states;
        this.duties = duties;
        this.arrivals = arrivals;
        // a savepoint: a poison fact must not spoil the transaction of its whole batch (PostgreSQL would refuse the
        // rest)
        this.step = new TransactionTemplate(transactions);
        step.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @EventHandler
    void on(CaseEvent fact, @SequenceNumber long sequence, @Timestamp Instant recordedAt, MetaData metadata) {
        var recorded = RecordedFact.of(fact, sequence, recordedAt, metadata);
        var caseId = recorded.fact().caseId();
        var unit = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get() : null;
        try {
            if (!(unit instanceof BatchingUnitOfWork<?>)) {
                step.executeWithoutResult(savepoint -> alone(List.of(recorded)));
            } else if (suspects.contains(caseId)) {
                step.executeWithoutResult(savepoint -> alone(List.of(recorded)));
                unit.afterCommit(committed -> suspects.remove(caseId));
            } else {
                batch(unit).take(recorded);
            }
        } catch (RuntimeException failure) {
            throw new UnreadableFact(failure);
        }
    }

    private void alone(List<RecordedFact> recorded) {
        var batch = new FactBatch(facts, states, duties, FactBatch.Memory.NONE);
        recorded.forEach(batch::take);
        write(batch);
    }

    private FactBatch batch(UnitOfWork<?> unit) {
        return unit.getOrComputeResource(FactBatch.class.getName(), name -> {
            var batch = new FactBatch(facts, states, duties, known);
            unit.onPrepareCommit(complete -> writeOrSuspect(batch));
            unit.afterCommit(committed -> known.keep(batch.cases()));
            return batch;
        });
    }

    /** Where it fails the whole transaction is undone and its facts come again; which of them was the reason nobody knows yet. */
    private void writeOrSuspect(FactBatch batch) {
        try {
            write(batch);
        } catch (RuntimeException failure) {
            for (var one : batch.cases()) {
                suspects.add(one.caseId());
                known.forget(one.caseId());
            }
            throw new UnreadableFact(failure);
        }
    }

    private void write(FactBatch batch) {
        if (batch.write()) {
            arrivals.announceAfterCommit();
        }
    }

    /**
     * Throws the rows of one case away and makes them anew from its facts, all of them, in the caller's transaction. Where a fact of the
     * same case is read at that moment, one of the two fails on a key and is tried again.
     */
    public void rebuild(String caseId, List<RecordedFact> stored) {
        duties.forget(caseId);
        states.forget(caseId);
        facts.forget(caseId);
        known.forget(caseId);
        alone(stored);
    }

    @ResetHandler
    void forgetEverything() {
        states.clear();
        duties.clear();
        facts.clear();
        known.clear();
    }
}
