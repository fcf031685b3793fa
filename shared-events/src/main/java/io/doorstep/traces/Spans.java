package io.doorstep.traces;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * 跨度。 Begins the spans of a request, its command and its reading, and sends them on. Whether a trace is sent is reckoned from its id, so
 * that all nodes decide alike.
 */
public final class Spans implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OneId ids = new OneId();
    private final SdkTracerProvider provider;
    private final Tracer tracer;

    private Spans(OtlpHttpSpanExporter exporter, double share, Attributes process) {
        this.provider = SdkTracerProvider.builder()
                .setIdGenerator(ids)
                .setSampler(Sampler.traceIdRatioBased(share))
                .setResource(Resource.create(process))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
        this.tracer = provider.get("doorstep");
    }

    /**
     * Sends to a collector.
     *
     * @param endpoint its address for traces by OTLP over HTTP
     * @param share which part of the traces is sent, from 0 to 1
     */
    public static Spans sentTo(String endpoint, double share, String version, String node) {
        var address = URI.create(endpoint.strip());
        if (address.getHost() == null || !Set.of("http", "https").contains(address.getScheme())) {
            throw new IllegalStateException("doorstep.traces.endpoint 是接收端地址；doorstep.traces.endpoint is a collector's"
                    + " address, such as http://localhost:4318/v1/traces");
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalStateException(
                    "doorstep.traces.share 在 0 与 1 之间；doorstep.traces.share is a number from 0 to 1");
        }
        var process = Attributes.builder()
                .put("service.name", "doorstep")
                .put("service.version", version)
                .put("service.instance.id", node)
                .build();
        return new Spans(
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(address.toString())
                        .setTimeout(PATIENCE)
                        .setConnectTimeout(PATIENCE)
                        .build(),
                share,
                process);
    }

    Span request(String traceId) {
        return ids.beginning(
                traceId,
                () -> tracer.spanBuilder("request")
                        .setNoParent()
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan());
    }

    Span within(String traceId, String name, SpanKind kind) {
        var first = SpanContext.createFromRemoteParent(
                traceId, OneId.firstSpanOf(traceId), TraceFlags.getSampled(), TraceState.getDefault());
        return tracer.spanBuilder(name)
                .setParent(Context.root().with(Span.wrap(first)))
                .setSpanKind(kind)
                .startSpan();
    }

    @Override
    public void close() {
        provider.close();
    }
}
