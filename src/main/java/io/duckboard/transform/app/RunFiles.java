package io.duckboard.transform.app;

import io.duckboard.transform.board.RunState;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.run.RunReport;
import java.nio.file.Path;
import java.util.Optional;

/** What a run leaves in the project's {@code target/}. */
record RunFiles(Path target) {

    void write(CompiledProject project, RunReport report) {}

    Optional<RunState> last() {
        return Optional.empty();
    }
}
