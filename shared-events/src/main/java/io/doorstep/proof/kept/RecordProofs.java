package io.doorstep.proof.kept;

import io.doorstep.proof.RecordProof;
import io.doorstep.proof.StoredFact;
import io.doorstep.proof.check.FactRows;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 出具存证回执。 Finds proofs of record; asking makes nothing, {@link #prepare} has a checkpoint made where none covers the fact yet. */
public final class RecordProofs {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final FactLedger ledger;
    private final Checkpoints checkpoints;

    public RecordProofs(JdbcClient jdbc, FactLedger ledger, Checkpoints checkpoints) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.checkpoints = checkpoints;
    }

    /** Of a case's fact by its number, from 0; empty when there is none, or no checkpoint covers it yet. */
    public Optional<RecordProof> of(String caseId, long number) {
        return stored(caseId, number).flatMap(this::of);
    }

    /** Sees to it that a checkpoint covers a fact; false when there is no such fact. */
    public boolean prepare(String caseId, long number) {
        var fact = stored(caseId, number);
        if (fact.isPresent() && of(fact.get()).isEmpty()) {
            ledger.chainAll(BATCH);
            checkpoints.make();
        }
        return fact.isPresent();
    }

    private Optional<StoredFact> stored(String caseId, long number) {
        return jdbc.sql("select " + FactRows.COLUMNS + " from aggregate_event_entry f"
                        + " where f.aggregate_identifier = ? and f.aggregate_sequence_number = ?")
                .params(caseId, number)
                .query((row, n) -> FactRows.fact(row))
                .optional();
    }

    private Optional<RecordProof> of(StoredFact fact) {
        var position = ledger.positionOf(fact.index());
        return position.isEmpty()
                ? Optional.empty()
                : checkpoints
                        .covering(position.getAsLong())
                        .map(signed -> RecordProof.of(fact, position.getAsLong(), signed, ledger.tree()));
    }
}
