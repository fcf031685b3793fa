package io.doorstep.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * 请求号。 One id of a request, from the answer's header over every line of the log to the facts that it made; as W3C Trace Context has
 * it, and the id of its trace where traces are kept. It is made here, and never comes from what somebody sends.
 */
public final class Trace {

    /** Header of every answer. */
    public static final String HEADER = "Doorstep-Trace";

    /** Name in the log's context, and in the metadata of commands and facts; both Micrometer and Axon call it so. */
    public static final String KEY = "traceId";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /** Of the request that this thread works on. */
    public static Optional<String> current() {
        return Optional.ofNullable(sane(MDC.get(KEY)));
    }

    /** What the metadata of a message has under {@link #KEY}; none when it is of another kind, as the framework makes it. */
    public static Optional<String> of(@Nullable Object metadata) {
        return Optional.ofNullable(metadata instanceof String id ? sane(id) : null);
    }

    /** Of the request, or one for what happens outside of requests. */
    public static String currentOrNew() {
        return current().orElseGet(Trace::make);
    }

    static String make() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static @Nullable String sane(@Nullable String id) {
        return id != null && ID.matcher(id).matches() ? id : null;
    }
}
