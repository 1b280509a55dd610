package io.duckboard.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.catalog.Catalog;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to the transform and its answers are read back unchanged. */
class TransformJsonTest {

    private static final UUID RUN = UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071a");
    private static final Node.Model MODEL = new Node.Model(
            "top",
            Materialization.EXTERNAL,
            "SELECT \"n\"\nFROM numbers",
            List.of("base"),
            List.of("numbers"),
            List.of(),
            Optional.of("dashboard/top.parquet"),
            "what it is",
            Map.of("n", "a “number”"));
    private static final Node.Model PARTITIONED = new Node.Model(
            "days",
            Materialization.TABLE,
            "SELECT 1 AS day",
            List.of(),
            List.of(),
            List.of("day"),
            Optional.empty(),
            "",
            Map.of());
    private static final Node.Test TEST = new Node.Test("unique_top_n", "SELECT 1", List.of("top"), Node.Severity.WARN);
    private static final BuiltModel BUILT = new BuiltModel(
            MODEL,
            List.of(new Catalog.File("models/top/" + RUN + ".parquet", 7, "1", Catalog.Place.WORKSPACE)),
            List.of(new Catalog.Field("n", "BIGINT", "a “number”")),
            3);
    private static final Problem PROBLEM =
            new Problem(ErrorCode.SYNTAX, "no", OptionalInt.of(3), Optional.of("do this")).ofTable("trips");
    private static final TestOutcome OUTCOME = new TestOutcome(
            TEST,
            2,
            Optional.of(new ResultFile(
                    "_duckboard/results/" + RUN + ".parquet",
                    2,
                    9,
                    Optional.of(
                            new ResultFile.Link(URI.create("/results/x"), Instant.parse("2026-01-01T00:00:00Z"))))));

    static Stream<TransformRequest> requests() {
        return Stream.of(
                new TransformRequest.Materialize(RUN, MODEL, List.of(BUILT)),
                new TransformRequest.Check(RUN, TEST, List.of()),
                new TransformRequest.Publish(RUN, Instant.parse("2026-01-01T00:00:00.123456Z"), List.of(BUILT)),
                new TransformRequest.Run(RUN, new CompiledPlan("trips", List.of(PARTITIONED, MODEL, TEST))),
                new TransformRequest.Parse("SELECT 1"));
    }

    static Stream<TransformAnswer> answers() {
        var published = new TransformAnswer.Published(List.of("no copy"));
        Duration elapsed = Duration.ofNanos(1_234_567_000);
        return Stream.of(
                new TransformAnswer.Built(BUILT, elapsed),
                new TransformAnswer.Tested(OUTCOME, elapsed),
                new TransformAnswer.Tested(new TestOutcome(TEST, 0, Optional.empty()), elapsed),
                published,
                new TransformAnswer.Ran(
                        RUN,
                        List.of(
                                new TransformAnswer.Step.Built(BUILT, elapsed),
                                new TransformAnswer.Step.Tested(OUTCOME, elapsed),
                                new TransformAnswer.Step.Failed("top", PROBLEM, elapsed),
                                new TransformAnswer.Step.Skipped("next")),
                        Optional.empty()),
                new TransformAnswer.Ran(RUN, List.of(), Optional.of(published)),
                new TransformAnswer.Parsed("{\"error\":false}"),
                new TransformAnswer.Failed(PROBLEM));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void readsARequestAsItWasWritten(TransformRequest request) throws InvalidRequestException {
        assertThat(TransformJson.request(new ByteArrayInputStream(TransformJson.write(request))))
                .isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void readsAnAnswerAsItWasWritten(TransformAnswer answer) {
        assertThat(TransformJson.answer(TransformJson.write(answer))).isEqualTo(answer);
    }

    @Test
    void putsTestsBeforeWhatIsMadeOfTheirModels() {
        Node.Model next = new Node.Model(
                "next",
                Materialization.VIEW,
                "FROM top",
                List.of("top"),
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                Map.of());

        assertThat(new CompiledPlan("trips", List.of(MODEL, next, TEST)).nodes())
                .containsExactly(MODEL, TEST, next);
    }

    @Test
    void refusesACopyOfWhatIsNoOneFile() {
        assertThatThrownBy(() -> new Node.Model(
                        "x",
                        Materialization.EXTERNAL,
                        "SELECT 1",
                        List.of(),
                        List.of(),
                        List.of("day"),
                        Optional.of("dashboard/x.parquet"),
                        "",
                        Map.of()))
                .hasMessageContaining("partitioned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "", "1x", "a b", "a-b", "x;drop"})
    void refusesANameThatNoTableCanHave(String name) {
        assertThatThrownBy(() -> new Node.Model(
                        name,
                        Materialization.VIEW,
                        "SELECT 1",
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        "",
                        Map.of()))
                .hasMessageContaining("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dataset/x.parquet",
                "Dataset/x.parquet",
                "models/x.parquet",
                "results/x.parquet",
                "control/x.parquet",
                "staging/x.parquet",
                "_duckboard/x.parquet",
                "_duckboard/results/x.parquet",
                "partitioned/x.parquet",
                "reference/x.parquet",
                "x.parquet",
                "/etc/x.parquet",
                "dashboard/../dataset/x.parquet",
                "s3://other/x.parquet",
                ".git/x.parquet",
                "dashboard/x.csv"
            })
    void refusesACopyOutsideItsPlaces(String path) {
        assertThat(Node.Model.isForCopies(path)).isFalse();
        assertThatThrownBy(() -> new Node.Model(
                        "x",
                        Materialization.EXTERNAL,
                        "SELECT 1",
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.of(path),
                        "",
                        Map.of()))
                .hasMessageContaining(path);
    }
}
