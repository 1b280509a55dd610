package io.duckboard.transform.artifacts;

import io.duckboard.engine.protocol.Node;
import io.duckboard.transform.run.KeptRows;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.TransformFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Reads {@code run_results.json} and skips what it does not know. */
final class LastRunFile {

    /** A member of a result's {@code adapter_response}, whose content dbt leaves to the adapter. */
    static final String ROWS = "rows_affected";

    static final String RESULTS_FILE = "results_file";

    private static final double NANOS_A_SECOND = 1e9;

    private LastRunFile() {}

    static Optional<LastRun> read(Path file) {
        try {
            return RunResultsFile.of(Files.readAllBytes(file)).map(LastRunFile::lastRun);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The last run cannot be read from " + file.getFileName() + ".", e);
        } catch (JacksonException | IllegalArgumentException e) {
            // The file is damaged or from another program. The next run replaces it.
            return Optional.empty();
        }
    }

    private static LastRun lastRun(RunResultsFile file) {
        Instant generatedAt = file.metadata().generatedAt();
        Duration elapsed = seconds(file.elapsedTime());
        RunResultsFile.Args args = file.args().orElse(RunResultsFile.Args.NONE);
        return new LastRun(
                args.which().orElse(""),
                file.metadata().invocationStartedAt().orElseGet(() -> generatedAt.minus(elapsed)),
                generatedAt,
                elapsed,
                RunOutcomeJson.read(args),
                results(file.results()));
    }

    private static Map<String, NodeOutcome> results(List<RunResultsFile.Result> list) {
        var results = new LinkedHashMap<String, NodeOutcome>();
        for (RunResultsFile.Result result : list) {
            ResultStatus.named(result.status())
                    .ifPresent(status -> results.put(result.uniqueId(), outcome(status, result)));
        }
        return results;
    }

    private static NodeOutcome outcome(ResultStatus status, RunResultsFile.Result result) {
        Duration elapsed = seconds(result.executionTime());
        return switch (status) {
            case SUCCESS -> new NodeOutcome.Built(response(result).rowsAffected(), elapsed);
            case PASS -> new NodeOutcome.Passed(elapsed);
            case WARN -> found(Node.Severity.WARN, result, elapsed);
            case FAIL -> found(Node.Severity.ERROR, result, elapsed);
            case ERROR -> new NodeOutcome.Failed(failure(result.message().orElse("It failed.")), elapsed);
            case SKIPPED -> new NodeOutcome.Skipped();
        };
    }

    private static NodeOutcome found(Node.Severity severity, RunResultsFile.Result result, Duration elapsed) {
        return new NodeOutcome.FoundFailures(
                result.failures().orElse(0),
                severity,
                response(result).resultsFile().map(KeptRows::new),
                elapsed);
    }

    private static RunResultsFile.AdapterResponse response(RunResultsFile.Result result) {
        return result.adapterResponse().orElse(RunResultsFile.AdapterResponse.NONE);
    }

    /** @param message the message, which includes the place and what to do */
    private static TransformFailure failure(String message) {
        return new TransformFailure(Optional.empty(), Optional.empty(), message, Optional.empty());
    }

    /** A time that does not fit into a {@code long} of nanoseconds becomes the longest one that does. */
    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * NANOS_A_SECOND));
    }
}
