package io.doorstep.traces;

import io.doorstep.web.Named;
import io.doorstep.web.Trace;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** 命令跨度。 The span of a command's handling, until its facts are on disk; each try has its own. A refusal is no error, and told by its code. */
public final class CommandSpans implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Spans spans;

    public CommandSpans(Spans spans) {
        this.spans = spans;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        var message = work.getMessage();
        var trace = Trace.of(message.getMetaData().get(Trace.KEY));
        if (trace.isPresent()) {
            var span = spans.within(trace.get(), message.getPayloadType().getSimpleName(), SpanKind.INTERNAL);
            work.onRollback(failed -> {
                var result = failed.getExecutionResult();
                // what shared a commit with it may have failed
                var cause = result != null && result.isExceptionResult() ? result.getExceptionResult() : null;
                if (cause instanceof Named refused) {
                    span.setAttribute("doorstep.refusal", refused.code());
                } else if (cause != null) {
                    // its class alone: a message may quote what somebody wrote
                    span.setAttribute("error.type", cause.getClass().getName()).setStatus(StatusCode.ERROR);
                }
            });
            work.onCleanup(done -> span.end());
        }
        return chain.proceed();
    }
}
