package io.doorstep.query.operations;

import io.doorstep.nodes.Nodes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.pooled.MaxSegmentProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/**
 * 分段份额。 How many segments of a processor are this node's part: asked every other second, so that a node that joins gets some of
 * those that it finds taken, and those of one that is gone find another.
 */
public final class SegmentShare implements MaxSegmentProvider {

    private final Nodes nodes;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final int atFirst;
    private final BooleanSupplier wanted;
    private final AtomicBoolean asked = new AtomicBoolean();

    /**
     * @param atFirst how many a processor is begun with
     * @param wanted whether anything is to be read at all
     */
    public SegmentShare(
            Nodes nodes, TokenStore tokens, TransactionManager transactions, int atFirst, BooleanSupplier wanted) {
        this.nodes = nodes;
        this.tokens = tokens;
        this.transactions = transactions;
        this.atFirst = atFirst;
        this.wanted = wanted;
    }

    @Override
    public int getMaxSegments(String processor) {
        if (!wanted.getAsBoolean()) {
            // whoever builds a processor insists on one, and asks before it runs
            return asked.getAndSet(true) ? 0 : 1;
        }
        // as they were begun, which an older setting may have said
        var segments = transactions.fetchInTransaction(() -> tokens.fetchSegments(processor)).length;
        return nodes.share("query", segments == 0 ? atFirst : segments);
    }
}
