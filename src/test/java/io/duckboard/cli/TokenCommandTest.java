package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.database.HomeDatabase;
import io.duckboard.database.socket.HomeAnswers;
import io.duckboard.database.socket.HomeSocket;
import io.duckboard.token.RunningTokens;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are made, listed and revoked in the terminal, whether the app runs or not. */
@Tag("process")
class TokenCommandTest {

    @TempDir
    private Path home;

    @Test
    void printsATokenAlone() {
        CommandRun run = run("create", "--role", "analyst", "--expires", "90d", "--name", "notebook");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).matches("duckboard_\\w{12}_\\w{38}\n");
        assertThat(run.err()).contains("nothing shows it again", "duckboard token revoke");
    }

    @Test
    void listsAndRevokesIt() {
        String id = id(run("create", "--role", "viewer", "--name", "notebook", "--for", "ann"));

        assertThat(run("ls").out())
                .contains(id, "notebook", "ann", "viewer", "never")
                .doesNotContain("revoked");
        assertThat(run("revoke", id, "--yes").out()).contains("is revoked");
        assertThat(run("ls").out()).contains("revoked");
    }

    @Test
    void printsJson() {
        assertThat(run("create", "--role", "viewer", "--json").out())
                .contains("\"token\":\"duckboard_", "\"role\":\"viewer\"");
        assertThat(run("ls", "--json").out()).contains("\"lastUsedAt\" : null").doesNotContain("duckboard_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0d", "90", "1y", "-1d", "367d"})
    void refusesATimeThatIsNone(String time) {
        CommandRun run = run("create", "--role", "viewer", "--expires", time);

        assertThat(run.exitCode()).isNotEqualTo(ExitCode.DONE);
        assertThat(run.err()).isNotEmpty().doesNotContain("Exception");
    }

    @Test
    void refusesARoleThatThereIsNot() {
        assertThat(run("create", "--role", "nobody").err()).contains("There is no role nobody");
    }

    @Test
    void saysThatThereIsNoSuchToken() {
        assertThat(run("revoke", "nothing", "--yes").err()).contains("There is no token nothing");
    }

    @Test
    void asksTheAppThatRuns() {
        try (HomeDatabase database = HomeDatabase.open(home)) {
            HomeAnswers tokens = RunningTokens.in(database);
            var socket = new HomeSocket(database, List.of(tokens));
            socket.start();
            try {
                String id = id(run("create", "--role", "analyst", "--name", "while it runs"));

                assertThat(run("ls").out()).contains(id, "while it runs");
                assertThat(run("revoke", id, "--yes").exitCode()).isEqualTo(ExitCode.DONE);
                assertThat(run("revoke", "nothing", "--yes").err()).contains("There is no token nothing");
            } finally {
                socket.stop();
            }
        }
    }

    private static String id(CommandRun created) {
        return created.out().substring("duckboard_".length(), "duckboard_".length() + 12);
    }

    private CommandRun run(String... arguments) {
        String[] line = new String[arguments.length + 1];
        line[0] = "token";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return CommandRun.of(Map.of("DUCKBOARD_HOME", home.toString()), line);
    }
}
