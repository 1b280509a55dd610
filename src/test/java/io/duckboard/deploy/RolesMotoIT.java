package io.duckboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.lambda.ControlHandler;
import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.lambda.TransformHandler;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.FunctionDefinition.InProcessFunction;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.local.LocalLambdaConfig;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Materialization;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformJson;
import io.duckboard.engine.protocol.TransformRequest;
import io.duckboard.engine.testing.BuiltHttpfs;
import io.duckboard.engine.testing.TestLake;
import io.duckboard.testing.cloud.MotoServer;
import io.duckboard.testing.cloud.SignedAnew;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import tools.jackson.jr.ob.JSON;

/** The functions can do their work with the rights that the stack gives them, and cannot do the work of another one. */
class RolesMotoIT {

    private static final String BUCKET = "the-lake";
    private static final String PREFIX = "trips/";

    private static MotoServer moto;
    private static SignedAnew store;
    private static LocalLambda lambda;
    private static Caller caller;
    private static final Map<String, AwsBasicCredentials> KEYS = new HashMap<>();

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        moto = MotoServer.start();
        new TestLake(folder).table("numbers", "SELECT range AS n FROM range(10)");
        try (S3Client s3 = s3(moto.endpoint(), AwsBasicCredentials.create("test", "test"))) {
            s3.createBucket(create -> create.bucket(BUCKET));
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    s3.putObject(
                            put -> put.bucket(BUCKET).key(PREFIX + folder.relativize(file)),
                            RequestBody.fromFile(file));
                }
            }
        }
        ResolvedTemplate template = ResolvedTemplate.with(
                Map.of("CodeBucket", "the-code", "CodeKey", "engine.zip", "LakeBucket", BUCKET, "LakePrefix", PREFIX));
        var secrets = new HashMap<String, String>();
        for (String role : List.of("QueryRole", "TransformRole", "ControlRole")) {
            AwsBasicCredentials keys = moto.user(role, policy(template.statements(role)));
            KEYS.put(role, keys);
            secrets.put(keys.accessKeyId(), keys.secretAccessKey());
        }
        moto.enforcePolicies();
        store = SignedAnew.before(moto, secrets);
        lambda = LocalLambda.start(LocalLambdaConfig.of(
                worker(DuckboardFunctions.QUERY, QueryHandler.class, "QueryRole"),
                worker(DuckboardFunctions.TRANSFORM, TransformHandler.class, "TransformRole"),
                InProcessFunction.of(DuckboardFunctions.CONTROL, new ControlHandler(environment("ControlRole")))));
        caller = Caller.of(lambda);
    }

    @AfterAll
    static void stop() {
        caller.close();
        lambda.close();
        store.close();
        moto.close();
    }

    @Test
    void aQueryIsAnswered() {
        assertThat(ask(query("SELECT sum(n)::INTEGER FROM numbers", UnaryOperator.identity())))
                .isInstanceOfSatisfying(
                        Answer.Rows.class, rows -> assertThat(rows.rows()).containsExactly(List.of(45)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "jsonl"})
    void aWholeAnswerIsWritten(String format) {
        Export into = format.equals("jsonl") ? new Export.JsonLines() : new Export.Parquet();
        assertThat(ask(query("SELECT n FROM numbers", query -> query.into(into))))
                .isInstanceOfSatisfying(
                        Answer.Exported.class,
                        exported -> assertThat(exported.file().rows()).isEqualTo(10));
    }

    @Test
    void aRunIsBuiltAndPublished() {
        Node.Model top = new Node.Model(
                "top",
                Materialization.EXTERNAL,
                "SELECT n FROM numbers ORDER BY n DESC LIMIT 3",
                List.of(),
                List.of("numbers"),
                List.of(),
                Optional.of("dashboard/top.parquet"),
                "",
                Map.of());
        byte[] answer = caller.ask(
                        DuckboardFunctions.TRANSFORM,
                        new String(
                                TransformJson.write(new TransformRequest.Run(
                                        UUID.randomUUID(), new CompiledPlan("project", List.of(top)))),
                                StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(TransformJson.answer(answer))
                .isInstanceOfSatisfying(
                        TransformAnswer.Ran.class,
                        ran -> assertThat(ran.published())
                                .hasValueSatisfying(published ->
                                        assertThat(published.notes()).isEmpty()));
        assertThat(ask(query("SELECT count(*)::INTEGER FROM top", UnaryOperator.identity())))
                .isInstanceOfSatisfying(
                        Answer.Rows.class, rows -> assertThat(rows.rows()).containsExactly(List.of(3)));
    }

    @Test
    void aCancelLeavesItsMarker() {
        UUID query = UUID.randomUUID();

        caller.ask(DuckboardFunctions.CONTROL, "{\"cancel\": \"" + query + "\"}");

        try (S3Client s3 = s3(store.endpoint(), keys("QueryRole"))) {
            assertThat(s3.headObject(head -> head.bucket(BUCKET).key(PREFIX + "_duckboard/control/" + query))
                            .contentLength())
                    .isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "QueryRole, models/a",
        "QueryRole, dataset/a",
        "QueryRole, _duckboard/journal/a",
        "QueryRole, _duckboard/control/a",
        "QueryRole, _duckboard/staging/a",
        "QueryRole, results/a",
        "QueryRole, catalog.json",
        "TransformRole, dataset/a",
        "TransformRole, partitioned/a",
        "TransformRole, reference/a",
        "TransformRole, _duckboard/control/a",
        "TransformRole, staging/a",
        "ControlRole, _duckboard/journal/a",
        "ControlRole, _duckboard/results/a",
        "ControlRole, control/a",
        "ControlRole, dataset/a"
    })
    void nobodyWritesWhatIsAnothers(String role, String path) {
        try (S3Client s3 = s3(store.endpoint(), keys(role))) {
            assertThatThrownBy(() ->
                            s3.putObject(put -> put.bucket(BUCKET).key(PREFIX + path), RequestBody.fromString("mine")))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            refused -> assertThat(refused.statusCode()).isEqualTo(403));
        }
    }

    private static byte[] query(String sql, UnaryOperator<Request.Query> more) {
        return RequestJson.write(more.apply(Request.Query.of(sql)));
    }

    private static Answer ask(byte[] query) {
        return AnswerJson.read(caller.ask(DuckboardFunctions.QUERY, new String(query, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String policy(List<Map<String, Object>> statements) {
        return JSON.std.asString(Map.of("Version", "2012-10-17", "Statement", statements));
    }

    private static WorkerFunction worker(String name, Class<?> handler, String role) {
        return WorkerFunction.of(name, handler.getName()).workers(1, 1).environment(environment(role));
    }

    private static Map<String, String> environment(String role) {
        var environment = new HashMap<>(
                moto.environment(keys(role).accessKeyId(), keys(role).secretAccessKey()));
        environment.put("AWS_ENDPOINT_URL_S3", store.endpoint().toString());
        environment.put("DUCKBOARD_LAKE", "s3://" + BUCKET + "/" + PREFIX);
        environment.put("DUCKBOARD_HTTPFS", BuiltHttpfs.file().toString());
        return environment;
    }

    private static S3Client s3(URI endpoint, AwsBasicCredentials keys) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(keys))
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .build();
    }

    private static AwsBasicCredentials keys(String role) {
        return Objects.requireNonNull(KEYS.get(role), role);
    }
}
