package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.testing.TestPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of a database that is on a server are made and listed from any home. */
class TokenCommandPostgresIT {

    @TempDir
    private Path folder;

    private final TestPostgres server = TestPostgres.given().orElseThrow();
    private final String name = server.create();

    @AfterEach
    void drop() {
        server.drop(name);
    }

    @Test
    void listsInOneHomeWhatWasMadeInAnother() {
        CommandRun made = run("one", server.password(), "token", "create", "--role", "viewer", "--name", "notebook");

        assertThat(made.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run("other", server.password(), "token", "ls").out()).contains("notebook", "viewer");
        assertThat(folder.resolve("one/database/duckboard.mv.db")).doesNotExist();
    }

    @Test
    void saysInASentenceThatThePasswordIsWrong() {
        CommandRun run = run("one", "geheim", "token", "ls");

        assertThat(run.exitCode()).isNotEqualTo(ExitCode.DONE);
        assertThat(run.err())
                .contains("PostgreSQL does not let duckboard into the database")
                .doesNotContain("geheim", "Exception");
    }

    private CommandRun run(String home, String password, String... arguments) {
        return CommandRun.of(
                Map.of(
                        "DUCKBOARD_HOME", folder.resolve(home).toString(),
                        "DUCKBOARD_DATABASE", server.address("duckboard", name),
                        "DUCKBOARD_DATABASE_PASSWORD", password),
                arguments);
    }
}
