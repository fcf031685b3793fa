package io.doorstep.proof.kept;

import io.doorstep.proof.RecordProof;
import io.doorstep.proof.StoredFact;
import io.doorstep.proof.check.FactRows;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 出具存证回执。 Makes proofs of record; where no checkpoint covers the fact yet, one is made, which says only what is on record already. */
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

    /** Of a case's fact by its number, from 0; empty when there is none. */
    public Optional<RecordProof> of(String caseId, long number) {
        return jdbc.sql("select " + FactRows.COLUMNS + " from aggregate_event_entry f"
                        + " where f.aggregate_identifier = ? and f.aggregate_sequence_number = ?")
                .params(caseId, number)
                .query((row, n) -> FactRows.fact(row))
                .optional()
                .map(this::of);
    }

    private RecordProof of(StoredFact fact) {
        var known = ledger.positionOf(fact.index());
        if (known.isEmpty()) {
            ledger.chainAll(BATCH);
            known = ledger.positionOf(fact.index());
        }
        var position = known.orElseThrow(() -> new IllegalStateException("a fact is not in the ledger"));
        var signed = checkpoints
                .covering(position)
                .or(checkpoints::make)
                .orElseThrow(() -> new IllegalStateException("no checkpoint of a ledger with facts"));
        return RecordProof.of(fact, position, signed, ledger.tree());
    }
}
