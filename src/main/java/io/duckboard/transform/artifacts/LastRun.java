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
 * The last run of a project, by Duckboard or dbt, as {@code run_results.json} records it.
 *
 * @param command dbt's name of the command: run, test or build; empty if the file does not say
 * @param generatedAt when the file was written
 * @param outcome the outcome of the run as a whole; empty if dbt ran
 * @param results the results of the nodes by unique id, in the order they ended
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
     * Reads the last run; empty if there was none, or if neither dbt nor Duckboard writes such a file.
     *
     * @param target the folder that contains the file
     * @throws UncheckedIOException if the file exists and cannot be read
     */
    public static Optional<LastRun> read(Path target) {
        return LastRunFile.read(target.resolve(Artifacts.RUN_RESULTS));
    }
}
