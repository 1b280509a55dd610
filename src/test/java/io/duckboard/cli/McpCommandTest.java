package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.testing.SampleEngine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code duckboard mcp} speaks with the agent that has started it, and says nothing else on standard output. */
@Tag("process")
class McpCommandTest {

    private static final String HELLO = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},\
            "clientInfo":{"name":"test","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            """;

    private static final String QUESTION = """
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"run_query","arguments":\
            {"sql":"SELECT count(*) AS n FROM zones"}}}
            """;

    @RegisterExtension
    private static final SampleEngine ENGINE = new SampleEngine();

    @Test
    void answersUntilTheAgentGoes() throws IOException, InterruptedException {
        try (var command = CommandProcess.start(ENGINE.home(), List.of(), "mcp")) {
            command.type(HELLO + QUESTION);

            assertThat(command.out().lines())
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line).contains("\"id\":1", "\"name\":\"duckboard\""))
                    .anySatisfy(line -> assertThat(line).contains("\"id\":2", "[[265]]"));
            assertThat(command.err()).isEmpty();
            assertThat(command.exitCode()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void answersWhatIsNoMessageAndGoesOn() throws IOException {
        try (var command = CommandProcess.start(ENGINE.home(), List.of(), "mcp")) {
            command.type("no message\n\n" + QUESTION);

            assertThat(command.out().lines())
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line).contains("-32700"))
                    .anySatisfy(line -> assertThat(line).contains("[[265]]"));
        }
    }

    @Test
    void saysThatNoAppKnowsAToken() throws IOException, InterruptedException {
        try (var command = CommandProcess.start(
                ENGINE.home(), List.of(), Map.of("DUCKBOARD_TOKEN", "duckboard_000000000000_0"), "mcp")) {
            command.type(HELLO);

            assertThat(command.err())
                    .contains("no app runs over this lake", "DUCKBOARD_TOKEN")
                    .hasLineCount(1);
            assertThat(command.exitCode()).isEqualTo(ExitCode.FAILED);
        }
    }
}
