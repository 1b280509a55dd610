package io.duckboard.trace;

import io.duckboard.engine.protocol.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends traces by OTLP to a server of OpenTelemetry. They wait for it in a queue of bounded length; what does not fit is
 * dropped, and the app goes on as if nothing was.
 */
final class OtelTraces implements Traces {

    /** In place of what OpenTelemetry takes otherwise: gRPC needs further libraries, and only traces are sent. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", "duckboard",
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");

    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;
    private final boolean tellsSql;

    private OtelTraces(OpenTelemetrySdk sdk, boolean tellsSql) {
        this.sdk = sdk;
        this.tracer = sdk.getTracer("io.duckboard");
        this.tellsSql = tellsSql;
    }

    /**
     * Configures OpenTelemetry by its standard variables.
     *
     * @param settings in place of defaults
     * @param tellsSql whether traces have the text of queries
     */
    static OtelTraces of(Map<String, String> settings, boolean tellsSql) {
        return new OtelTraces(
                AutoConfiguredOpenTelemetrySdk.builder()
                        .addPropertiesSupplier(() -> DEFAULTS)
                        .addPropertiesSupplier(() -> settings)
                        .addSpanExporterCustomizer((exporter, _) -> new ToldExporter(exporter))
                        .disableShutdownHook()
                        .build()
                        .getOpenTelemetrySdk(),
                tellsSql);
    }

    @Override
    public Part request(String name, @Nullable String traceparent) {
        Context parent = TraceParent.in(traceparent)
                .map(sent -> W3CTraceContextPropagator.getInstance().extract(Context.root(), sent, new Sent()))
                .orElseGet(Context::root);
        return part(name, SpanKind.SERVER, parent);
    }

    @Override
    public Part begin(String name) {
        return part(name, SpanKind.INTERNAL, Context.current());
    }

    @Override
    public Part call(String name) {
        return part(name, SpanKind.CLIENT, Context.current());
    }

    private Part part(String name, SpanKind kind, Context parent) {
        return OtelPart.begin(
                tracer,
                tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan(),
                tellsSql);
    }

    @Override
    public Runnable carried(Runnable task) {
        return Context.current().wrap(task);
    }

    @Override
    public Optional<String> id() {
        var current = Span.current().getSpanContext();
        return current.isValid() ? Optional.of(current.getTraceId()) : Optional.empty();
    }

    /** Sends what waits, for some seconds at most. */
    @Override
    public void close() {
        sdk.close();
    }

    /** A traceparent alone: what else a caller could send along with it would be passed on to others. */
    private record Sent() implements TextMapGetter<TraceParent> {

        @Override
        public Iterable<String> keys(TraceParent sent) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable TraceParent sent, String key) {
            return sent != null && key.equals("traceparent") ? sent.text() : null;
        }
    }
}
