package io.doorstep.proof.check;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.StoredFact;
import java.util.Iterator;

/** 待验历史。 A database or a dump of one, as it is checked; every iterator reads from the beginning. */
public interface History {

    HashAlgorithm algorithm();

    /** Facts in the order of their index. */
    Iterator<StoredFact> facts();

    /** Lines in the order of the index of their facts. */
    Iterator<LedgerLine> linesByIndex();

    /** Lines in the order of the ledger. */
    Iterator<LedgerLine> linesByPosition();
}
