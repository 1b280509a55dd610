package io.duckboard.transform.artifacts;

import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.RunOutcome;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last run over a project, Duckboard's or dbt's, as {@code run_results.json} has it.
 *
 * @param command as dbt calls it: run, test or build; empty where the file does not say
 * @param generatedAt when the file was written
 * @param outcome of the run as a whole; empty where dbt ran
 * @param results of the nodes by unique id, in the order they ended
 */
public record LastRun(
        String command,
        Instant begunAt,
        Instant generatedAt,
        Duration elapsed,
        Optional<RunOutcome> outcome,
        Map<String, NodeOutcome> results) {

    public LastRun {
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    /**
     * The last run; empty where there was none, or the file is not what dbt or Duckboard writes.
     *
     * @param target the folder that it is in
     * @throws UncheckedIOException if the file is there and cannot be read
     */
    public static Optional<LastRun> read(Path target) {
        return LastRunFile.read(target.resolve(Artifacts.RUN_RESULTS));
    }
}
