package io.doorstep.ledger;

/** 无法读取的台账。 The file is no table that Doorstep can read; the message names the reason and nothing of the content. */
public final class UnreadableLedger extends RuntimeException {

    /** 原因。 Why a file cannot be read; the name is the code on the wire. */
    public enum Reason {
        /** Neither text nor a workbook, or a broken one. */
        UNREADABLE_FILE,
        /** A workbook of Excel 97 to 2003, or one locked by a password. */
        OLD_OR_LOCKED_WORKBOOK,
        /** A workbook that unpacks to more than anybody would write. */
        UNPACKS_TO_TOO_MUCH,
        /** The workbook has no sheet of that name. */
        UNKNOWN_SHEET
    }

    private final Reason reason;

    UnreadableLedger(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** The cause's message could quote a cell, so only its class is kept. */
    static UnreadableLedger because(Exception cause) {
        var unreadable = new UnreadableLedger(Reason.UNREADABLE_FILE);
        unreadable.addSuppressed(new IllegalStateException(cause.getClass().getName()));
        return unreadable;
    }

    public Reason reason() {
        return reason;
    }
}
