package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseEvent;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
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
        try {
            step.executeWithoutResult(savepoint -> take(recorded));
        } catch (RuntimeException failure) {
            throw new UnreadableFact(failure);
        }
    }

    private void take(RecordedFact recorded) {
        var caseId = recorded.fact().caseId();
        var before = facts.of(caseId);
        if (recorded.sequence() < before.size()) {
            return;
        }
        var change = Rectangles.change(before, recorded);
        states.apply(caseId, change);
        change.forever().ifPresent(state -> duties.keep(state, recorded, change.recordedAt()));
        facts.add(recorded);
        arrivals.announceAfterCommit();
    }

    /**
     * Throws the rows of one case away and makes them anew from its facts, all of them, in the caller's transaction. Where a fact of the
     * same case is read at that moment, one of the two fails on a key and is tried again.
     */
    public void rebuild(String caseId, List<RecordedFact> stored) {
        duties.forget(caseId);
        states.forget(caseId);
        facts.forget(caseId);
        stored.forEach(this::take);
    }

    @ResetHandler
    void forgetEverything() {
        states.clear();
        duties.clear();
        facts.clear();
    }
}
