package io.duckboard.engine.lambda;

import static io.duckboard.engine.lambda.TransformInProcess.external;
import static io.duckboard.engine.lambda.TransformInProcess.table;
import static io.duckboard.engine.lambda.TransformInProcess.test;
import static io.duckboard.engine.lambda.TransformInProcess.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.protocol.TransformRequest;
import io.duckboard.engine.testing.EngineBefore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Runs the last engine that knew only format 1 and today's engine one after the other over the same lake of any kind.
 */
abstract class EngineBeforeContract {

    private static final String PING = "{\"ping\": true}";

    /** All that an engine says about a lake, and the contents of its tables. */
    private static final List<String> LOOKS = List.of(
            "FROM small ORDER BY ALL",
            "FROM top ORDER BY ALL",
            "SELECT count(*) FROM numbers",
            "FROM lake.tables ORDER BY name",
            "FROM lake.columns ORDER BY ALL",
            "FROM lake.files ORDER BY ALL");

    /** A lake of format 1 with table {@code numbers}; today's engine may raise the format. */
    abstract Map<String, String> environment();

    abstract byte[] get(String path);

    abstract void put(String path, byte[] bytes);

    /** The files where the old engine had its lake keep private files: each file's bytes and time. */
    abstract Map<String, String> leftBefore();

    @Test
    void isOfTheFirstFormatByItsAnswerToAPing() {
        assertThat(AnswerJson.format(queryBefore().send(PING))).isEqualTo(1);
        assertThat(AnswerJson.format(new InProcess(EngineBefore.control(environment())).send(PING)))
                .isEqualTo(1);
    }

    @Test
    void answersOverALakeOfTheFirstFormat() {
        transformBefore().publish(view("small", "SELECT n FROM numbers WHERE n < 3"));

        assertThat(queryBefore().rows("SELECT count(*), max(n) FROM small")).containsExactly(List.of(3, 2));
        assertThat(format()).isEqualTo(1);
    }

    @Test
    void refusesEveryQueryOnceTheFormatHasRisen() {
        InProcess warm = queryBefore();
        assertThat(warm.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(10));
        put("_duckboard/results/theirs.csv", bytes("secret\n1\n"));
        transform().publish(table("m", "SELECT 1 AS n"));
        assertThat(format()).isEqualTo(Catalog.FORMAT);

        String lake = environment().get("DUCKBOARD_LAKE");
        for (InProcess engine : List.of(warm, queryBefore())) {
            for (Query query : List.of(
                    Query.of("SELECT 1"),
                    Query.of("SHOW TABLES"),
                    Query.of("FROM numbers"),
                    Query.of("FROM lake.tables"),
                    Query.of("FROM read_csv('" + lake + "/_duckboard/results/theirs.csv')"),
                    Query.of("FROM read_csv('" + lake + "/_duckboard/*/*')"),
                    Query.of("FROM numbers").into(new Export.JsonLines()))) {
                assertRefused(engine.problem(query));
            }
        }
        for (TransformRequest request : List.of(
                new TransformRequest.Materialize(UUID.randomUUID(), table("m", "SELECT 2 AS n"), List.of()),
                new TransformRequest.Check(UUID.randomUUID(), test("t", "FROM numbers"), List.of()))) {
            assertRefused(transformBefore().problem(request));
        }
    }

    private void assertRefused(Problem problem) {
        assertThat(problem.code()).isEqualTo(ErrorCode.LAKE_UNAVAILABLE);
        assertThat(problem.message()).contains("catalog.json").contains("version " + Catalog.FORMAT);
        assertThat(environment().values()).noneMatch(problem.toString()::contains);
    }

    @Test
    void leavesALakeThatTodaysReadsUnchanged() {
        publishedBefore();
        byte[] published = get(Catalog.FILE);
        var before = LOOKS.stream().map(queryBefore()::rows).toList();

        assertThat(LOOKS.stream().map(query()::rows).toList()).isEqualTo(before);
        assertThat(get(Catalog.FILE)).isEqualTo(published);
    }

    @Test
    void losesNothingByTheFirstPublishOfTodays() {
        Catalog before = publishedBefore();
        transform().publish(table("more", "SELECT 4 AS n"));
        Catalog now = CatalogJson.read(get(Catalog.FILE));

        assertThat(now.format()).isEqualTo(Catalog.FORMAT);
        assertThat(now.tables())
                .containsAll(before.tables())
                .hasSize(before.tables().size() + 1);
        assertThat(now.views()).isEqualTo(before.views());
        assertThat(now.retired()).isEqualTo(before.retired());
        assertThat(query().rows("SELECT (SELECT max(n) FROM top), (SELECT n FROM more)"))
                .containsExactly(List.of(2, 4));
    }

    @Test
    void cancelsNoQueryOfTodays() throws Exception {
        UUID id = UUID.randomUUID();
        new InProcess(EngineBefore.control(environment())).text("{\"cancel\": \"" + id + "\"}");
        assertThat(leftBefore()).hasSize(1);

        assertThat(settings().cancelMarkers(Clock.systemUTC()).isCancelled(id)).isFalse();
        assertThat(query().rows(Query.of("SELECT count(*) FROM numbers").queryId(id))
                        .rows())
                .containsExactly(List.of(10));
        assertThat(leftBefore()).hasSize(1);
    }

    @Test
    void keepsAllThatItHasLeftInTheOldPlaces() throws Exception {
        UUID id = UUID.randomUUID();
        Query whole = Query.of("FROM numbers").into(new Export.Parquet());
        queryBefore().exported(whole.queryId(id));
        transformBefore().check(test("t", "FROM numbers"));
        new InProcess(EngineBefore.control(environment())).text("{\"cancel\": \"" + id + "\"}");
        put("staging/" + UUID.randomUUID() + ".parquet", bytes("half a file"));
        put("staging/models-" + UUID.randomUUID() + "/m/x.parquet", bytes("half a model"));
        Map<String, String> left = leftBefore();
        assertThat(left).hasSize(5);

        for (Duration later : List.of(Duration.ZERO, Duration.ofDays(3))) {
            Clock clock = Clock.offset(Clock.systemUTC(), later);
            Engine.of(settings(), clock).prime();
            var query = new InProcess(settings(), clock);
            query.rows("SELECT count(*) FROM numbers");
            query.exported(whole.queryId(UUID.randomUUID()));
            settings().cancelMarkers(clock).cancel(UUID.randomUUID());
            new TransformInProcess(settings(), clock).publish(external("top", "dashboard/top.parquet", "FROM numbers"));
        }

        assertThat(leftBefore()).isEqualTo(left);
    }

    /** Tables, a view, a copy, and a retired file. */
    private Catalog publishedBefore() {
        TransformInProcess transform = transformBefore();
        UUID run = UUID.randomUUID();
        BuiltModel small = transform.build(run, view("small", "SELECT n FROM numbers WHERE n < 3"));
        BuiltModel top = transform.build(
                run, external("top", "dashboard/top.parquet", "SELECT n FROM small ORDER BY n DESC", "small"), small);
        transform.publish(run, small, top);
        transform.publish(external("top", "dashboard/top.parquet", "SELECT n FROM numbers WHERE n < 3 ORDER BY n"));
        Catalog published = CatalogJson.read(get(Catalog.FILE));
        assertThat(published.format()).isEqualTo(1);
        assertThat(published.views()).hasSize(1);
        assertThat(published.retired()).hasSize(1);
        return published;
    }

    private int format() {
        return CatalogJson.read(get(Catalog.FILE)).format();
    }

    final EngineSettings settings() {
        return EngineSettings.from(EngineBefore.withHttpfs(environment()));
    }

    private InProcess query() {
        return new InProcess(settings());
    }

    private TransformInProcess transform() {
        return new TransformInProcess(settings());
    }

    private InProcess queryBefore() {
        return new InProcess(EngineBefore.query(environment()));
    }

    private TransformInProcess transformBefore() {
        return new TransformInProcess(EngineBefore.transform(environment()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
