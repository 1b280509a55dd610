package io.duckboard.engine.lambda;

import static io.duckboard.engine.lambda.TransformInProcess.table;
import static io.duckboard.engine.lambda.TransformInProcess.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.catalog.FormatRise;
import io.duckboard.engine.lake.S3Credentials;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.TransformRequest;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the contract on S3, where an older engine may be deployed: a publish raises the format only if it is told that
 * it may.
 */
@Tag("s3")
class S3EngineBeforeTest extends EngineBeforeContract {

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private S3Server s3;

    @BeforeEach
    void fill() {
        var lake = new TestLake(folder).table("numbers", "SELECT range AS n FROM range(10)");
        s3 = new S3Server();
        s3.upload(lake.inFormat(1).root(), "lake/one");
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void isNotLockedOutUntoldNorBeforeAnythingIsBuilt() {
        var transform = new TransformInProcess(untold("s3://lake/one", "s3://lake/one"));
        var model = table("m", "SELECT 1 AS n");
        var plan = new CompiledPlan("project", List.of(model));
        s3.network().forget();

        for (TransformRequest request : List.of(
                new TransformRequest.Materialize(UUID.randomUUID(), model, List.of()),
                new TransformRequest.Run(UUID.randomUUID(), plan),
                new TransformRequest.Publish(UUID.randomUUID(), Instant.now(), List.of()))) {
            Problem problem = transform.problem(request);
            assertThat(problem.code()).isEqualTo(ErrorCode.NOT_ALLOWED);
            assertThat(problem.message()).contains("has format 1").contains("would write format 3");
            assertThat(problem.hint().orElseThrow())
                    .contains("make deploy")
                    .contains("--raise-format")
                    .contains("DUCKBOARD_RAISE_FORMAT=true");
        }
        assertThat(transform
                        .check(test("t", "SELECT n FROM numbers WHERE n > 10"))
                        .isPassed())
                .isTrue();
        assertThat(s3.network().requests()).noneMatch(request -> request.startsWith("PUT"));
    }

    @Test
    void isNoMatterWhereTodaysHasPublishedAlready() {
        new TransformInProcess(settings()).publish(table("m", "SELECT 1 AS n"));

        new TransformInProcess(untold("s3://lake/one", "s3://lake/one")).publish(table("m", "SELECT 2 AS n"));

        assertThat(new InProcess(settings()).rows("FROM m")).containsExactly(List.of(2));
    }

    @Test
    void isNoMatterInAPlaceWithoutACatalog() {
        var settings = untold("s3://lake/one", "s3://lake/two");

        new TransformInProcess(settings).publish(table("m", "SELECT max(n) AS n FROM numbers"));

        assertThat(new InProcess(settings).rows("FROM m")).containsExactly(List.of(9));
        assertThat(CatalogJson.read(get(Catalog.FILE)).format()).isEqualTo(1);
    }

    @Test
    void isToldByTheEnvironment() {
        var told = new HashMap<>(environment());
        assertThat(settings().rise()).isEqualTo(FormatRise.ALLOWED);
        for (String other : List.of("", "false", "1", "yes")) {
            told.put(FormatRise.VARIABLE, other);
            assertThat(FormatRise.of(told)).isEqualTo(FormatRise.REFUSED);
        }
    }

    private EngineSettings untold(String lake, String workspace) {
        return S3Engine.settings(s3, lake, workspace, temporary, S3Credentials.from(s3.environment()));
    }

    @Override
    Map<String, String> environment() {
        var environment = new HashMap<>(s3.environment());
        environment.put("DUCKBOARD_LAKE", "s3://lake/one");
        environment.put(FormatRise.VARIABLE, "true");
        return environment;
    }

    @Override
    byte[] get(String path) {
        return s3.get("lake/one/" + path);
    }

    @Override
    void put(String path, byte[] bytes) {
        s3.put("lake/one/" + path, bytes);
    }

    @Override
    Map<String, String> leftBefore() {
        var left = new TreeMap<String, String>();
        for (String place : List.of("results", "control", "staging")) {
            s3.below("lake/one/" + place)
                    .forEach((path, time) ->
                            left.put(path, time + " " + HexFormat.of().formatHex(s3.get(path))));
        }
        return left;
    }
}
