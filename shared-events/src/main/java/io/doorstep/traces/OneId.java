package io.doorstep.traces;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * 一个号。 Gives a trace the id that the request has anyway, and its first span the second half of it: whoever reads a fact knows the
 * trace's id only, and finds the parent by it (docs/decisions/0053).
 */
final class OneId implements IdGenerator {

    private static final int HALF = 16;

    private final IdGenerator chance = IdGenerator.random();
    private final ThreadLocal<@Nullable String> beginning = new ThreadLocal<>();

    static String firstSpanOf(String traceId) {
        return traceId.substring(HALF);
    }

    <T> T beginning(String traceId, Supplier<T> span) {
        beginning.set(traceId);
        try {
            return span.get();
        } finally {
            beginning.remove();
        }
    }

    @Override
    public String generateSpanId() {
        var trace = beginning.get();
        return trace == null ? chance.generateSpanId() : firstSpanOf(trace);
    }

    @Override
    public String generateTraceId() {
        var trace = beginning.get();
        return trace == null ? chance.generateTraceId() : trace;
    }
}
