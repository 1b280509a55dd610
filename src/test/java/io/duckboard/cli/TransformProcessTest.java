package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs duckboard transform as a process that is ended in the middle of its work. */
@Tag("process")
class TransformProcessTest {

    /** This runs longer than anybody waits: millions of rows for each of millions. */
    private static final String ENDLESS =
            "{{ config(materialized='table') }} SELECT max(a.range * b.range) AS n FROM range(4000000) a, range(4000000) b";

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    @Test
    void leavesWhatWasThereWhenItIsKilledAndTheNextRunPublishes() throws Exception {
        try (var _ = AnnouncedEngine.in(home, 2)) {
            TransformProject project =
                    TransformProject.in(folder).model("m", "{{ config(materialized='table') }} SELECT 1 AS n");
            assertThat(transform("run").exitCode()).isEqualTo(ExitCode.DONE);
            project.model("m", "{{ config(materialized='table') }} SELECT 2 AS n")
                    .model("slow", ENDLESS);
            try (CommandProcess process =
                    CommandProcess.start(home, List.of(), "transform", "run", "--project", folder.toString())) {
                assertThat(process.line()).contains("ok").contains(" m ");
                process.handle().destroyForcibly();
                assertThat(process.exitCode()).isNotEqualTo(ExitCode.DONE);
            }

            assertThat(query()).isEqualTo("n\n1\n");
            assertThat(transform("run", "--select", "m").exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(query()).isEqualTo("n\n2\n");
        }
    }

    @Test
    void cancelsWhatIsUnderWayAtCtrlC() throws Exception {
        // There is one worker, and nobody else can use it while it is busy.
        try (var _ = AnnouncedEngine.in(home, 1)) {
            TransformProject project = TransformProject.in(folder)
                    .model("a", "{{ config(materialized='table') }} SELECT 1 AS n")
                    .model("slow", ENDLESS + ", {{ ref('a') }}");
            try (CommandProcess process =
                    CommandProcess.start(home, List.of(), "transform", "run", "--project", folder.toString())) {
                assertThat(process.line()).contains("ok").contains(" a ");
                process.interrupt();
                assertThat(process.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
            }

            project.model("slow", "SELECT 1 AS n");
            assertThat(transform("run").out()).contains("Published 2 models");
        }
    }

    @Test
    void waitsForTheRunThatIsUnderWay() throws Exception {
        try (var _ = AnnouncedEngine.in(home, 2)) {
            Path slow = folder.resolve("slow");
            TransformProject.in(slow).model("a", "SELECT 1 AS n").model("slow", ENDLESS);
            TransformProject.in(folder.resolve("quick")).model("b", "SELECT 1 AS n");
            try (CommandProcess first =
                            CommandProcess.start(home, List.of(), "transform", "run", "--project", slow.toString());
                    CommandProcess second = second(first)) {
                assertThat(second.errLine()).contains("Another run is under way");
                first.interrupt();
                assertThat(first.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
                assertThat(second.exitCode()).isEqualTo(ExitCode.DONE);
            }
        }
    }

    @Test
    void runsAgainAndAgainWhateverHappensUntilCtrlC() throws Exception {
        try (var _ = AnnouncedEngine.in(home, 2)) {
            TransformProject project = TransformProject.in(folder).model("m", "SELECT 1 AS n");
            try (CommandProcess process = CommandProcess.start(
                    home, List.of(), "transform", "run", "--every", "500ms", "--project", folder.toString())) {
                assertThat(lineWith(process, "Published")).isTrue();
                project.model("m", "SELECT 1 AS n FORM");
                assertThat(lineWith(process, "Nothing was published")).isTrue();
                project.model("m", "SELECT 2 AS n");
                assertThat(lineWith(process, "Published")).isTrue();
                process.interrupt();
                assertThat(process.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
            }
            assertThat(query()).isEqualTo("n\n2\n");
        }
    }

    /** Returns whether such a line appears before the process ends. */
    private static boolean lineWith(CommandProcess process, String text) throws IOException {
        for (String line = process.line(); !line.isEmpty(); line = process.line()) {
            if (line.contains(text)) {
                return true;
            }
        }
        return false;
    }

    private CommandProcess second(CommandProcess first) throws IOException {
        assertThat(first.line()).contains(" a ");
        return CommandProcess.start(
                home,
                List.of(),
                "transform",
                "run",
                "--project",
                folder.resolve("quick").toString());
    }

    private CommandRun transform(String command, String... options) {
        return CommandRun.of(
                Map.of("DUCKBOARD_HOME", home.toString(), "DUCKBOARD_TRANSFORM_PROJECT", folder.toString()),
                Stream.concat(Stream.of("transform", command), Stream.of(options))
                        .toArray(String[]::new));
    }

    private String query() {
        return CommandRun.of(Map.of("DUCKBOARD_HOME", home.toString()), "query", "--format", "csv", "FROM m")
                .out();
    }
}
