package io.duckboard.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log once that traces do not arrive, and once that they do again. OpenTelemetry's own exporters write a stack
 * trace each time, so they are kept silent.
 */
record ToldExporter(SpanExporter exporter, AtomicBoolean arrive) implements SpanExporter {

    private static final Logger LOG = LoggerFactory.getLogger(ToldExporter.class);

    /** A logger to which nobody refers is forgotten with its level. */
    private static final java.util.logging.Logger OWN = java.util.logging.Logger.getLogger("io.opentelemetry.exporter");

    ToldExporter(SpanExporter exporter) {
        this(exporter, new AtomicBoolean(true));
        OWN.setLevel(Level.OFF);
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> tell(result));
    }

    private void tell(CompletableResultCode result) {
        if (arrive.getAndSet(result.isSuccess()) == result.isSuccess()) {
            return;
        }
        if (result.isSuccess()) {
            LOG.warn("Traces arrive again.");
        } else {
            LOG.warn(
                    "Traces do not arrive where OTEL_EXPORTER_OTLP_ENDPOINT says, and are dropped until they do: {}.",
                    reason(result.getFailureThrowable()));
        }
    }

    /** Without a cause there was an answer. */
    private static String reason(@Nullable Throwable failure) {
        if (failure == null || failure.getCause() == null) {
            return "the server does not take them";
        }
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first.toString();
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
