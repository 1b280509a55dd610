package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.lake.ResultBounds;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole answer on S3 has a limit: lines are counted as they come, and DuckDB's uploads when they are complete. */
@Attack("The same on S3")
@Tag("s3")
class S3BoundsTest {

    @TempDir
    private Path temporary;

    private S3Server s3;
    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path folder) {
        s3 = new S3Server();
        new TestLake(folder).table("numbers", "SELECT range AS n FROM range(1000)");
        s3.upload(folder, "lake/one");
        engine = new InProcess(S3Engine.bounded(
                S3Engine.settings(s3, "s3://lake/one", temporary),
                new ResultBounds(OptionalLong.of(1_000_000), OptionalLong.empty())));
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void endsLinesThatHaveNoEnd() {
        Problem problem = engine.problem(
                Query.of("SELECT hash(range) AS h FROM range(1000000000000)").into(new Export.JsonLines()));

        assertThat(problem.code()).isEqualTo(ErrorCode.RESULT_TOO_LARGE);
        assertThat(problem.message()).contains("1 MB");
        assertThatNothingIsLeft();
    }

    @ParameterizedTest
    @MethodSource("io.duckboard.engine.lambda.ExportTest#formats")
    void leavesNothingOfWhatIsTooLargeInTheEnd(Export format) {
        Query query = Query.of("SELECT hash(range) AS h FROM range(200000)").into(format);

        assertThat(engine.problem(query).code()).isEqualTo(ErrorCode.RESULT_TOO_LARGE);
        assertThatNothingIsLeft();
    }

    private void assertThatNothingIsLeft() {
        assertThat(s3.keys("lake", "one/_duckboard/")).isEmpty();
        assertThat(temporary).isDirectoryNotContaining("glob:**.jsonl");
    }
}
