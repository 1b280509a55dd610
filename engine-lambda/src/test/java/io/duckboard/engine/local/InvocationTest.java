package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.local.FunctionDefinition.InProcessFunction;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.local.testing.TestHandlers;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** A function answers as it would on AWS. */
@Tag("process")
class InvocationTest {

    private LocalLambda lambda;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        lambda = LocalLambda.start(LocalLambdaConfig.of(
                worker("echo", TestHandlers.Echo.class),
                worker("thrower", TestHandlers.Thrower.class),
                worker("context", TestHandlers.ContextReader.class).memoryMb(1536),
                worker("environment", TestHandlers.Environment.class).environment(Map.of("COLOUR", "yellow")),
                InProcessFunction.of("inside", new TestHandlers.Pid()),
                InProcessFunction.of("inside-thrower", new TestHandlers.Thrower())));
        caller = Caller.of(lambda);
    }

    private static WorkerFunction worker(String name, Class<?> handler) {
        return WorkerFunction.of(name, handler.getName()).workers(1, 0);
    }

    @AfterEach
    void close() {
        caller.close();
        lambda.close();
    }

    @Test
    void answersWithWhatTheHandlerWrote() {
        InvokeResponse response = caller.invoke("echo", "{\"q\": \"Straße\"}");

        assertThat(response.payload().asUtf8String()).isEqualTo("{\"q\": \"Straße\"}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.functionError()).isNull();
        assertThat(response.executedVersion()).isEqualTo("$LATEST");
    }

    @Test
    void answersAgainInTheSameWorker() {
        assertThat(caller.ask("echo", "1")).isEqualTo("1");
        assertThat(caller.ask("echo", "")).isEmpty();
        assertThat(caller.ask("echo", "x".repeat(Payload.MAX_REQUEST))).hasSize(Payload.MAX_REQUEST);
        assertThat(caller.ask("echo", "4")).isEqualTo("4");
    }

    @Test
    void tellsTheErrorOfTheHandlerWithoutItsStack() {
        InvokeResponse response = caller.invoke("thrower", "no such table");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.functionError()).isEqualTo("Unhandled");
        assertThat(response.payload().asUtf8String())
                .isEqualTo("{\"errorMessage\":\"no such table\",\"errorType\":\"java.lang.IllegalStateException\","
                        + "\"stackTrace\":[]}");
    }

    @Test
    void isCalledByNameQualifierOrArn() {
        assertThat(caller.ask("echo:live", "1")).isEqualTo("1");
        assertThat(caller.ask("arn:aws:lambda:eu-west-1:123456789012:function:echo", "2"))
                .isEqualTo("2");
        assertThat(caller.ask("123456789012:function:echo:$LATEST", "3")).isEqualTo("3");
    }

    @Test
    void tellsTheHandlerWhatItRunsAs() {
        InvokeResponse response = caller.invoke("context:live", "");

        assertThat(response.payload().asUtf8String().lines())
                .containsExactly(
                        response.responseMetadata().requestId(),
                        "context",
                        "$LATEST",
                        "1536",
                        "arn:aws:lambda:us-east-1:012345678912:function:context:live",
                        "true");
    }

    @Test
    void givesTheWorkerLambdasVariablesAndNotAllOfOurs() {
        assertThat(caller.ask("environment", "AWS_LAMBDA_FUNCTION_NAME")).isEqualTo("environment");
        assertThat(caller.ask("environment", "_HANDLER")).isEqualTo(TestHandlers.Environment.class.getName());
        assertThat(caller.ask("environment", "COLOUR")).isEqualTo("yellow");
        assertThat(caller.ask("environment", "TZ")).isEqualTo("UTC");
        assertThat(caller.ask("environment", "PATH")).isEqualTo(System.getenv("PATH"));
        assertThat(caller.ask("environment", "JAVA_HOME")).isEqualTo("unset");
    }

    @Test
    void runsNothingForADryRun() {
        InvokeResponse response =
                caller.sdk().invoke(request -> request.functionName("thrower").invocationType(InvocationType.DRY_RUN));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.functionError()).isNull();
    }

    @Test
    void runsAFunctionInsideItself() {
        assertThat(caller.ask("inside", ""))
                .isEqualTo(Long.toString(ProcessHandle.current().pid()));
        assertThat(caller.invoke("inside-thrower", "oops").functionError()).isEqualTo("Unhandled");
    }
}
