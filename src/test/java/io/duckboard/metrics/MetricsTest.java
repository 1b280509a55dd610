package io.duckboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryService;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.testing.Calls;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.testing.Visitor;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Whoever has the token gets metrics in Prometheus's format, and nobody else does. Health is everybody's. */
@Tag("app")
// No page of Vaadin's is shown here, so a front end need not have been built.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"vaadin.productionMode=true", "duckboard.metrics-token=" + MetricsTest.TOKEN})
class MetricsTest {

    static final String TOKEN = "correct-horse-battery-staple";

    /** <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Version 0.0.4</a> of the text format. */
    private static final Pattern LINE = Pattern.compile("# (?:HELP|TYPE) [a-zA-Z_:][a-zA-Z0-9_:]* .+"
            + "|[a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{[a-zA-Z_][a-zA-Z0-9_]*=\"[^\"\\\\\n]*\""
            + "(?:,[a-zA-Z_][a-zA-Z0-9_]*=\"[^\"\\\\\n]*\")*,?\\})? (?:[-+0-9.eE]+|NaN|[+-]?Inf)(?: -?[0-9]+)?");

    @LocalServerPort
    private int port;

    @TestBean
    @Nullable
    QueryEngine engine;

    @Autowired
    private PrometheusMeterRegistry registry;

    static QueryEngine engine() {
        var engine = new ScriptedEngine();
        engine.end("broken", Calls.failure(ErrorCode.LAKE_UNAVAILABLE));
        engine.answer("SELECT 'secret'", "word", List.of());
        return engine;
    }

    @DynamicPropertySource
    static void users(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
        Path users = Files.createFile(home.resolve("users"));
        properties.add("duckboard.home", home::toString);
        properties.add("duckboard.users", users::toString);
    }

    @Test
    void countsCallsInTheFormatOfPrometheus() throws Exception {
        HttpResponse<String> before = scraped();
        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(before.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("text/plain").contains("version=0.0.4"));

        // Whoever signs in does so on a page; this one asks without.
        var queries = new QueryService(engine(), Asker::everyone);
        CallMetrics.of(queries, registry);
        ask(queries, "SELECT 'secret'");
        ask(queries, "broken");
        ask(queries, "broken");

        String page = scraped().body();
        assertThat(page.lines())
                .isNotEmpty()
                .allMatch(line -> LINE.matcher(line).matches());
        assertThat(page).endsWith("\n");
        assertThat(page)
                .contains("duckboard_queries_total{outcome=\"answered\"} 1.0\n")
                .contains("duckboard_queries_total{outcome=\"lake_unavailable\"} 2.0\n")
                .contains("duckboard_query_seconds_bucket{outcome=\"failed\",le=\"+Inf\"} 2")
                .contains("duckboard_query_seconds_count{outcome=\"answered\"} 1")
                .contains("duckboard_cold_starts_total 0.0\n")
                .contains("duckboard_read_bytes_total 0.0\n")
                .contains("duckboard_dollars_total 0.0\n")
                .contains("duckboard_answers_unchanged_total 0.0\n")
                .contains("duckboard_calls_under_way 0.0\n")
                .contains("jvm_memory_used_bytes{")
                .contains("jvm_threads_live_threads ");
        assertThat(page).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer wrong", "Bearer ", "Basic " + TOKEN, "Bearer " + TOKEN + "x", TOKEN})
    void givesNobodyElseAnything(String authorization) throws Exception {
        var visitor = new Visitor(port);

        HttpResponse<String> answer = visitor.open("/metrics", "Authorization", authorization);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("duckboard_");
        assertThat(visitor.session()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready"})
    void saysThatItIsUpWithoutSignInAndKeepsNothing(String address) throws Exception {
        var visitor = new Visitor(port);

        HttpResponse<String> answer = visitor.open(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(visitor.session()).isEmpty();
        assertThat(new Visitor(port).send("HEAD", address).statusCode()).isEqualTo(200);
        assertThat(new Visitor(port).send("POST", address).statusCode()).isEqualTo(405);
    }

    @Test
    void opensNothingElseBesideThem() throws Exception {
        assertThat(new Visitor(port).open("/health/secrets", "Accept", "*/*").statusCode())
                .isEqualTo(401);
        assertThat(new Visitor(port).open("/metrics/", "Accept", "*/*").statusCode())
                .isEqualTo(401);
    }

    private static void ask(QueryService queries, String sql) {
        var answered = new CompletableFuture<>();
        queries.ask(Place.SQL, Request.Query.of(sql), answered::complete);
        answered.join();
    }

    private HttpResponse<String> scraped() throws IOException, InterruptedException {
        return new Visitor(port).open("/metrics", "Authorization", "bearer " + TOKEN);
    }
}
