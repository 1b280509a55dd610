package io.duckboard.transform.app;

import io.duckboard.transform.artifacts.Artifacts;
import io.duckboard.transform.artifacts.LastRun;
import io.duckboard.transform.artifacts.ResultStatus;
import io.duckboard.transform.board.Fault;
import io.duckboard.transform.board.NodeState;
import io.duckboard.transform.board.RunState;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.run.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs leave in the project's {@code target/}, from a page as from a terminal. A folder that cannot be written costs
 * the memory of a run, never the run.
 */
record RunFiles(Path target) {

    private static final Logger LOG = LoggerFactory.getLogger(RunFiles.class);

    void write(CompiledProject project, RunReport report) {
        try {
            Instant endedAt = report.begunAt().plus(report.elapsed());
            Artifacts.writeManifest(target, project, endedAt);
            Artifacts.writeCatalog(target, project, report);
            Artifacts.writeRunResults(target, project, report, "build");
        } catch (IOException e) {
            LOG.warn("What the run did cannot be written to {}, and is forgotten at the next start.", target, e);
        }
    }

    /** The last run of Duckboard's: what dbt did, no lake's catalog shows. */
    Optional<RunState> last() {
        try {
            return LastRun.read(target)
                    .flatMap(run -> run.end()
                            .map(end -> new RunState(
                                    run.begunAt(),
                                    nodes(run.results()),
                                    Optional.of(Ends.of(end, run.generatedAt())))));
        } catch (UncheckedIOException e) {
            LOG.warn("What the last run did cannot be read from {}.", target, e);
            return Optional.empty();
        }
    }

    private static Map<String, NodeState> nodes(Map<String, LastRun.Result> results) {
        return results.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> state(entry.getValue())));
    }

    private static NodeState state(LastRun.Result result) {
        return switch (result.status()) {
            case SUCCESS -> new NodeState.Built(result.rows(), result.elapsed());
            case PASS -> new NodeState.Passed(result.elapsed());
            case WARN, FAIL ->
                new NodeState.Found(
                        result.failures().orElse(0),
                        result.status() == ResultStatus.FAIL,
                        result.resultsFile().flatMap(KeptRows::id));
            case ERROR ->
                new NodeState.Failed(
                        new Fault(Optional.empty(), result.message().orElse("It failed."), ""));
            case SKIPPED -> new NodeState.Skipped();
        };
    }
}
