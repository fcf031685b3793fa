package io.doorstep.command.outside;

/** 未送达。 A message did not go, or perhaps it did. */
public final class NotSent extends Exception {

    private static final long serialVersionUID = 1L;

    private final String failure;
    private final boolean certain;

    private NotSent(String failure, boolean certain) {
        super(failure, null, false, false);
        this.failure = failure;
        this.certain = certain;
    }

    /** It certainly did not go, and may be tried again. */
    public static NotSent certainly(String failure) {
        return new NotSent(failure, true);
    }

    /** Nobody knows whether it went; to try again might send it twice. */
    public static NotSent perhaps() {
        return new NotSent("UNCERTAIN", false);
    }

    public String failure() {
        return failure;
    }

    public boolean certain() {
        return certain;
    }
}
