package io.duckboard.transform.state;

import io.duckboard.transform.artifacts.Artifacts;
import io.duckboard.transform.artifacts.LastRun;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.run.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that runs leave in the project's {@code target/}, whether they start on a page or in a terminal. If the
 * folder cannot be written, the run does not fail, but it is forgotten at the next start.
 */
record RunFiles(Path target) {

    private static final Logger LOG = LoggerFactory.getLogger(RunFiles.class);

    void write(CompiledProject project, RunReport report) {
        try {
            Artifacts.writeManifest(target, project, report.endedAt());
            Artifacts.writeCatalog(target, project, report);
            Artifacts.writeRunResults(target, project, report, "build");
        } catch (IOException e) {
            LOG.warn("What the run did cannot be written to {}, and is forgotten at the next start.", target, e);
        }
    }

    /** Returns Duckboard's last run. A run of dbt's is left out: the lake's catalog does not show what it built. */
    Optional<RunState> last() {
        try {
            return LastRun.read(target).flatMap(RunFiles::state);
        } catch (UncheckedIOException e) {
            LOG.warn("What the last run did cannot be read from {}.", target, e);
            return Optional.empty();
        }
    }

    private static Optional<RunState> state(LastRun run) {
        return run.outcome()
                .map(outcome -> new RunState(
                        run.begunAt(),
                        Map.copyOf(run.results()),
                        Optional.of(new RunState.End(run.generatedAt(), outcome))));
    }
}
