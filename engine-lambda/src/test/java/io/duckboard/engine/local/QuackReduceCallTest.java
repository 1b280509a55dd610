package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.json.JsonObject;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import tools.jackson.jr.ob.JSON;

/** quack-reduce's clients need no change: the call of its quack.py is answered as its own function answers it. */
@Tag("process")
class QuackReduceCallTest {

    private static final String NAME = "quack-reduce-lambda-dev-duckdb";

    private static LocalLambda lambda;
    private static Caller caller;
    private static Path file;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        TestLake lake = new TestLake(folder).table("taxi_2019_04", "SELECT range AS n FROM range(1000)");
        file = folder.resolve("dataset/taxi_2019_04.parquet");
        lambda = LocalLambda.start(DuckboardFunctions.over(lake.location(), 1));
        caller = Caller.of(lambda);
    }

    @AfterAll
    static void close() {
        caller.close();
        lambda.close();
    }

    @Test
    void countsTheRowsOfAFile() {
        assertThat(records(NAME, "SELECT COUNT(*) AS COUNTS FROM read_parquet(['" + file + "'])", "10"))
                .isEqualTo(List.of(Map.of("COUNTS", 1000)));
    }

    @Test
    void takesALimitAsText() {
        assertThat(records(NAME, "SELECT n FROM read_parquet(['" + file + "'])", "\"20\""))
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NAME + ":$LATEST",
                NAME + ":live",
                "function:" + NAME,
                "123456789012:function:" + NAME,
                "123456789012:function:" + NAME + ":$LATEST",
                "arn:aws:lambda:us-east-1:123456789012:function:" + NAME,
                "arn:aws:lambda:eu-west-1:123456789012:function:" + NAME + ":live",
                DuckboardFunctions.QUERY
            })
    void isCalledByAnyFormOfTheName(String name) {
        assertThat(records(name, "SELECT 42 AS n", "1")).isEqualTo(List.of(Map.of("n", 42)));
    }

    @Test
    void knowsNoNameThatIsOnlyLikeIt() {
        assertThatThrownBy(() -> records(NAME + "2", "SELECT 1", "1")).isInstanceOf(ResourceNotFoundException.class);
    }

    private static List<?> records(String name, String sql, String limit) {
        InvokeResponse response = caller.sdk()
                .invoke(request -> request.functionName(name)
                        .invocationType(InvocationType.REQUEST_RESPONSE)
                        .logType(LogType.TAIL)
                        .payload(SdkBytes.fromUtf8String("{\"q\": \"" + sql + "\", \"limit\": " + limit + "}")));
        JsonObject answer = JsonObject.of(JSON.std.anyFrom(response.payload().asUtf8String()));
        assertThat(answer.has("errorMessage")).isFalse();
        assertThat(answer.object("metadata").members().containsKey("timeMs")).isTrue();
        return answer.object("data").list("records");
    }
}
