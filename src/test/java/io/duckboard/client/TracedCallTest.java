package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.audit.Audit;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Request;
import io.duckboard.limit.Limits;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.testing.Calls;
import io.duckboard.testing.OtlpCollector;
import io.duckboard.testing.OtlpCollector.ReceivedSpan;
import io.duckboard.testing.SampleEngine;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.trace.Part;
import io.duckboard.trace.Traces;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trace goes from a request through the app to DuckDB, and arrives at the server that collects traces. */
@Tag("process")
class TracedCallTest {

    private static final String CALLER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @RegisterExtension
    static final SampleEngine ENGINE = new SampleEngine();

    private OtlpCollector collector;

    @BeforeEach
    void collect() throws IOException {
        collector = OtlpCollector.start();
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void followsAQuestionFromTheRequestToDuckDb() {
        Spans spans = spans(traces -> {
            try (Part request = traces.request("POST uidl", null)) {
                request.say("http.request.method", "POST");
                ask(ENGINE.get().traced(traces), traces, "SELECT count(*) FROM trips -- 'secret'");
            }
        });

        assertThat(spans.all())
                .extracting(ReceivedSpan::name)
                .containsExactlyInAnyOrder(
                        "POST uidl",
                        "query",
                        "invoke duckboard-query",
                        "engine catalog",
                        "engine guard",
                        "engine query",
                        "engine rows");
        assertThat(spans.all())
                .extracting(ReceivedSpan::trace)
                .containsOnly(spans.get("query").trace());
        assertThat(spans.get("POST uidl").parent()).isEmpty();
        assertThat(spans.get("query").parent()).isEqualTo(spans.get("POST uidl").id());
        ReceivedSpan invoke = spans.get("invoke duckboard-query");
        assertThat(invoke.parent()).isEqualTo(spans.get("query").id());
        assertThat(spans.all().stream().filter(span -> span.name().startsWith("engine ")))
                .allSatisfy(span -> {
                    assertThat(span.parent()).isEqualTo(invoke.id());
                    assertThat(span.beginNanos()).isBetween(invoke.beginNanos(), invoke.endNanos());
                    assertThat(span.endNanos()).isBetween(invoke.beginNanos(), invoke.endNanos());
                });
        assertThat(spans.get("query").attributes()).containsEntry("duckboard.outcome", "answered");
        assertThat(spans.toString()).doesNotContain("secret");
    }

    @Test
    void tellsTheSqlOnlyIfThatIsSwitchedOn() {
        Traces traces = Traces.sending(
                Map.of("otel.exporter.otlp.endpoint", collector.endpoint().toString()), true);
        ask(ENGINE.get().traced(traces), traces, "SELECT 1");
        traces.close();

        assertThat(collector.spans())
                .filteredOn(span -> span.name().equals("query"))
                .singleElement()
                .satisfies(span -> assertThat(span.attributes()).containsEntry("db.query.text", "SELECT 1"));
    }

    @Test
    void belongsToTheTraceOfACallerWhoHasBegunOne() {
        Spans spans = spans(traces -> {
            try (Part request = traces.request("POST /api", CALLER)) {
                request.say("http.request.method", "POST");
                ask(new ScriptedEngine(), traces, "SELECT 1");
            }
        });

        assertThat(spans.get("POST /api").trace()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(spans.get("POST /api").parent()).isEqualTo("00f067aa0ba902b7");
        assertThat(spans.get("query").trace()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nX: y",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-4bf92f3577b34da6a3ce929d0e0e4736"
            })
    void beginsItsOwnTraceForGarbage(String traceparent) {
        Spans spans = spans(traces -> {
            try (Part request = traces.request("POST /api", traceparent)) {
                request.say("http.request.method", "POST");
            }
        });

        assertThat(spans.get("POST /api").trace())
                .isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736")
                .hasSize(32);
        assertThat(spans.get("POST /api").parent()).isEmpty();
    }

    @Test
    void givesTheTracesIdAsReferenceOfWhatNobodyForesaw() {
        var engine = new ScriptedEngine();
        engine.end("SELECT 1", Calls.failure(ErrorCode.INTERNAL));
        var told = new CompletableFuture<QueryOutcome>();

        Spans spans = spans(traces -> {
            told.complete(ask(engine, traces, "SELECT 1"));
        });

        assertThat(((CallFailure) told.join()).failure().hint())
                .isEqualTo("Do something. Reference: " + spans.get("query").trace());
        assertThat(spans.get("query").failed()).isTrue();
        assertThat(spans.get("query").attributes()).containsEntry("error.type", "internal");
    }

    @Test
    void answersAsEverWhenNobodyCollectsAtTheEndpoint() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Traces traces = Traces.sending(
                Map.of(
                        "otel.exporter.otlp.endpoint", "http://127.0.0.1:" + free,
                        "otel.bsp.max.queue.size", "10",
                        "otel.bsp.max.export.batch.size", "5",
                        "otel.exporter.otlp.timeout", "100"),
                false);
        var engine = new ScriptedEngine();
        engine.answer("SELECT 1", "one", List.of());

        for (int question = 0; question < 200; question++) {
            assertThat(ask(engine, traces, "SELECT 1")).isInstanceOf(QueryOutcome.Answered.class);
        }
        traces.close();
    }

    private Spans spans(Consumer<Traces> work) {
        Traces traces = Traces.sending(
                Map.of("otel.exporter.otlp.endpoint", collector.endpoint().toString()), false);
        work.accept(traces);
        traces.close();
        return new Spans(collector.spans());
    }

    private static QueryOutcome ask(QueryEngine engine, Traces traces, String sql) {
        var outcome = new CompletableFuture<QueryOutcome>();
        // The span has ended when the thread has told the outcome and come back from that.
        var queries = new QueryService(engine, Asker::everyone, Limits.none(), Audit.off(), traces);
        queries.ask(Place.SQL, Request.Query.of(sql), outcome::complete);
        return outcome.join();
    }

    private record Spans(List<ReceivedSpan> all) {

        /** Returns the only one of that name. */
        private ReceivedSpan get(String name) {
            return all.stream()
                    .filter(span -> span.name().equals(name))
                    .reduce((_, _) -> {
                        throw new AssertionError("There are several spans " + name);
                    })
                    .orElseThrow();
        }
    }
}
