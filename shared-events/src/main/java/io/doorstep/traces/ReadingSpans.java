package io.doorstep.traces;

import io.doorstep.web.Trace;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * 阅读跨度。 The span of a fact's reading, from when it was taken in hand until the lists show it. What is read again from the beginning was
 * told when it was new.
 */
public final class ReadingSpans implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final Duration NEW = Duration.ofMinutes(10);

    private final Spans spans;
    private final Clock clock;
    private final String reader;

    public ReadingSpans(Spans spans, Clock clock, String reader) {
        this.spans = spans;
        this.clock = clock;
        this.reader = reader;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain)
            throws Exception {
        var fact = work.getMessage();
        var trace = Trace.of(fact.getMetaData().get(Trace.KEY));
        if (trace.isPresent() && fact.getTimestamp().isAfter(clock.instant().minus(NEW))) {
            var name = "read " + fact.getPayloadType().getSimpleName();
            var span = spans.within(trace.get(), name, SpanKind.CONSUMER).setAttribute("doorstep.reader", reader);
            work.onRollback(failed -> span.setStatus(StatusCode.ERROR));
            work.onCleanup(done -> span.end());
        }
        return chain.proceed();
    }
}
