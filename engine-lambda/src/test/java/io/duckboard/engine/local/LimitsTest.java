package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.local.testing.TestHandlers;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** A function has Lambda's limits. */
@Tag("process")
class LimitsTest {

    @Test
    void failsAnAnswerAboveLambdasSize() throws IOException {
        try (LocalLambda lambda = start(TestHandlers.BigAnswer.class);
                Caller caller = Caller.of(lambda)) {
            assertThat(caller.ask("f", Integer.toString(Payload.MAX_ANSWER))).hasSize(Payload.MAX_ANSWER);

            InvokeResponse tooLarge = caller.invoke("f", Integer.toString(Payload.MAX_ANSWER + 1));
            assertThat(tooLarge.functionError()).isEqualTo("Unhandled");
            assertThat(tooLarge.payload().asUtf8String())
                    .contains("\"errorType\":\"Function.ResponseSizeTooLarge\"")
                    .contains("6291556 bytes");

            assertThat(caller.ask("f", "1")).hasSize(1);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void givesAWorkerNoMoreAddressSpaceThanItsMemory() throws IOException {
        try (LocalLambda lambda = start(TestHandlers.MemoryEater.class);
                Caller caller = Caller.of(lambda)) {
            assertThat(caller.ask("f", "512")).isEqualTo("512");
            assertThat(caller.ask("f", "4096")).contains("OutOfMemoryError");
            assertThat(caller.ask("f", "512")).isEqualTo("512");
        }
    }

    private static LocalLambda start(Class<?> handler) throws IOException {
        return LocalLambda.start(LocalLambdaConfig.of(WorkerFunction.of("f", handler.getName())
                .workers(1, 0)
                .jvmOptions(List.of("-XX:MaxDirectMemorySize=8g"))));
    }
}
