package io.duckboard.trace;

import io.duckboard.engine.protocol.Phase;
import io.duckboard.engine.protocol.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A span, which is the current one of its thread until it is closed. Meanwhile the log's lines have its trace's id. */
final class OtelPart implements Part {

    /** The name of the member in the Elastic Common Schema, which structured logs take over. */
    private static final String TRACE_IN_LOG = "trace.id";

    private final Tracer tracer;
    private final Span span;
    private final Scope scope;
    private final boolean tellsSql;
    private final @Nullable String before;
    private final Instant begin = Instant.now();

    @SuppressWarnings("MustBeClosedChecker") // Closed with this part.
    private OtelPart(Tracer tracer, Span span, boolean tellsSql) {
        this.tracer = tracer;
        this.span = span;
        this.tellsSql = tellsSql;
        this.scope = span.makeCurrent();
        this.before = MDC.get(TRACE_IN_LOG);
        MDC.put(TRACE_IN_LOG, span.getSpanContext().getTraceId());
    }

    static OtelPart begin(Tracer tracer, Span span, boolean tellsSql) {
        return new OtelPart(tracer, span, tellsSql);
    }

    @Override
    public void say(String name, String value) {
        span.setAttribute(name, value);
    }

    @Override
    public void say(String name, long value) {
        span.setAttribute(name, value);
    }

    @Override
    public void sql(String text) {
        if (tellsSql) {
            span.setAttribute("db.query.text", text);
        }
    }

    @Override
    public void failed(String why) {
        span.setStatus(StatusCode.ERROR);
        span.setAttribute("error.type", why);
    }

    @Override
    public Optional<TraceParent> parent() {
        SpanContext context = span.getSpanContext();
        return context.isSampled()
                ? Optional.of(new TraceParent("00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()))
                : Optional.empty();
    }

    @Override
    public void add(List<Phase> phases, Duration inEngine) {
        Duration around = Duration.between(begin, Instant.now()).minus(inEngine);
        Instant engineBegin = begin.plus(around.isNegative() ? Duration.ZERO : around.dividedBy(2));
        for (Phase phase : phases) {
            Instant phaseBegin = engineBegin.plus(phase.begin());
            tracer.spanBuilder("engine " + phase.name().name().toLowerCase(Locale.ROOT))
                    .setParent(Context.current().with(span))
                    .setStartTimestamp(phaseBegin)
                    .startSpan()
                    .end(phaseBegin.plus(phase.took()));
        }
    }

    @Override
    public void close() {
        if (before == null) {
            MDC.remove(TRACE_IN_LOG);
        } else {
            MDC.put(TRACE_IN_LOG, before);
        }
        scope.close();
        span.end();
    }
}
