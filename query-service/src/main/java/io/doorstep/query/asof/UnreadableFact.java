package io.doorstep.query.asof;

import java.util.Arrays;

/**
 * 读不进的事实。 A fact that the projection failed on. It tells the class of what went wrong and the place in the code, and
 * nothing else: messages of databases and parsers quote what they could not take, and end up in logs.
 */
public final class UnreadableFact extends RuntimeException {

    private final String cause;
    private final String place;

    UnreadableFact(RuntimeException failure) {
        this(root(failure));
    }

    private UnreadableFact(Throwable root) {
        super(root.getClass().getName(), null, false, true);
        this.cause = root.getClass().getName();
        this.place = place(root);
        setStackTrace(root.getStackTrace());
    }

    /** Name of the class of what went wrong. */
    public String cause() {
        return cause;
    }

    /** Where in Doorstep's own code. */
    public String place() {
        return place;
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String place(Throwable root) {
        return Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.doorstep."))
                .findFirst()
                .map(frame -> "at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("outside Doorstep's own code");
    }
}
