package io.doorstep.query.editions;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/** 某一版次的事务。 Whatever a processor does in the database it does in these, so that its facts, tokens and dead letters go to its edition. */
public final class EditionTransactions implements TransactionManager {

    private final Edition edition;
    private final TransactionManager transactions;

    public EditionTransactions(Edition edition, TransactionManager transactions) {
        this.edition = edition;
        this.transactions = transactions;
    }

    @Override
    public Transaction startTransaction() {
        var before = Edition.said();
        Edition.say(edition);
        try {
            return new Ending(transactions.startTransaction(), before);
        } catch (RuntimeException failure) {
            Edition.say(before);
            throw failure;
        }
    }

    private record Ending(Transaction transaction, @Nullable Edition before) implements Transaction {

        @Override
        public void commit() {
            try {
                transaction.commit();
            } finally {
                Edition.say(before);
            }
        }

        @Override
        public void rollback() {
            try {
                transaction.rollback();
            } finally {
                Edition.say(before);
            }
        }
    }
}
