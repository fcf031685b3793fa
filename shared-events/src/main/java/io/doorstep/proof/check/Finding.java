package io.doorstep.proof.check;

import io.doorstep.proof.StoredFact;
import org.jspecify.annotations.Nullable;

/**
 * 异常。 One thing that is not as it was put on record.
 *
 * @param position where in the ledger; of CUT_OFF the first that is missing, of a checkpoint its size; −1 when it never was in the ledger
 * @param index where the store keeps the fact, or did; −1 when that is not known
 * @param fact the fact by its identifier, subject, number, type and time; absent when it is gone
 */
public record Finding(
        Kind kind, long position, long index, @Nullable Named fact) {

    /** 异常种类。 What may be found. */
    public enum Kind {
        /** A fact does not have the bytes that it was recorded with. */
        CHANGED,
        /** A fact of the ledger is not in the store. */
        REMOVED,
        /** A fact stands among the recorded ones and never was chained. */
        INSERTED,
        /** A fact stands where another was recorded. */
        REORDERED,
        /** The latest facts are gone, from this position on. */
        CUT_OFF,
        /** A line of the ledger was changed, or is missing. */
        LEDGER_CHANGED,
        /** The history up to this size is not the one that was signed. */
        CHECKPOINT_DIFFERS,
        /** The signature of a checkpoint is not one of the known keys. */
        SIGNATURE_WRONG
    }

    /** 指名。 A fact as it is named to people. */
    public record Named(String identifier, String subject, long number, String type, String time) {

        /** The type without its package. */
        public String typeName() {
            return type.substring(type.lastIndexOf('.') + 1);
        }

        /** Whether the subject is a case. */
        public boolean ofCase() {
            return type.startsWith("io.doorstep.events.cases.");
        }
    }

    static Finding at(Kind kind, long position) {
        return new Finding(kind, position, -1, null);
    }

    static Finding of(Kind kind, LedgerLine line) {
        return new Finding(kind, line.position(), line.index(), null);
    }

    Finding named(StoredFact stored) {
        return new Finding(
                kind,
                position,
                index,
                new Named(stored.identifier(), stored.subject(), stored.number(), stored.type(), stored.time()));
    }
}
