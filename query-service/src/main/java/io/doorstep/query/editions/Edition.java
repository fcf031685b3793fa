package io.doorstep.query.editions;

import io.doorstep.query.asof.CaseProjection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 版次。 One of the two sets of reading tables, each in a schema of its own under the same names. SQL names no schema: a connection looks
 * in that of its edition, and a thread that says nothing reads the one that serves.
 */
public enum Edition {
    A("reading_a", CaseProjection.GROUP),
    B("reading_b", CaseProjection.GROUP + "_b");

    private static final ThreadLocal<Edition> SAID = new ThreadLocal<>();

    private final String schema;
    private final String group;

    Edition(String schema, String group) {
        this.schema = schema;
        this.group = group;
    }

    public String schema() {
        return schema;
    }

    /** The processing group that reads the facts into it. */
    public String group() {
        return group;
    }

    public Edition other() {
        return this == A ? B : A;
    }

    /** What this thread said it works on; null for the one that serves. */
    static @Nullable Edition said() {
        return SAID.get();
    }

    static void say(@Nullable Edition edition) {
        if (edition == null) {
            SAID.remove();
        } else {
            SAID.set(edition);
        }
    }

    /** Asks an edition, whichever serves; not within a transaction, which has its connection already. */
    public <T> T ask(Supplier<T> question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction keeps the edition that it was begun on");
        }
        var before = said();
        say(this);
        try {
            return question.get();
        } finally {
            say(before);
        }
    }
}
