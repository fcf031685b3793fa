package io.doorstep.ledger;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * 表。 An open table whose rows come one after another, the heading included, and are never held all at once.
 *
 * <p>To be closed, and to be read once. Rows without any cell may be missing; {@link LedgerRow#line()} tells.
 * Reading throws {@link UnreadableLedger} where the file turns out to be broken.
 */
public interface Sheet extends Iterable<LedgerRow>, AutoCloseable {

    @Override
    Iterator<LedgerRow> iterator();

    default Stream<LedgerRow> rows() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false);
    }

    @Override
    void close();
}
