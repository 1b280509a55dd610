package io.duckboard.transform.artifacts;

import io.duckboard.engine.json.JsonObject;
import io.duckboard.engine.protocol.Node;
import io.duckboard.transform.run.Failure;
import io.duckboard.transform.run.KeptRows;
import io.duckboard.transform.run.NodeOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** Reads {@code run_results.json}, and leaves out what it does not know. */
final class LastRunFile {

    /** Within a result's {@code adapter_response}, which dbt leaves to the adapter. */
    static final String ROWS = "rows_affected";

    static final String RESULTS_FILE = "results_file";

    private static final double NANOS_A_SECOND = 1e9;

    private LastRunFile() {}

    static Optional<LastRun> read(Path file) {
        try {
            return Optional.of(lastRun(JsonObject.of(JSON.std.anyFrom(Files.readAllBytes(file)))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The last run cannot be read from " + file.getFileName() + ".", e);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            // Damaged, or of another program: the next run writes it anew.
            return Optional.empty();
        }
    }

    private static LastRun lastRun(JsonObject run) {
        JsonObject metadata = run.object("metadata");
        Instant generatedAt = Instant.parse(metadata.text("generated_at"));
        Duration elapsed = seconds(run.number("elapsed_time"));
        JsonObject args = object(run, "args");
        return new LastRun(
                text(args, "which").orElse(""),
                text(metadata, "invocation_started_at").map(Instant::parse).orElseGet(() -> generatedAt.minus(elapsed)),
                generatedAt,
                elapsed,
                RunOutcomeJson.read(args),
                results(run.list("results")));
    }

    private static Map<String, NodeOutcome> results(List<?> list) {
        var results = new LinkedHashMap<String, NodeOutcome>();
        for (Object element : list) {
            JsonObject result = JsonObject.of(element);
            ResultStatus.named(result.text("status"))
                    .ifPresent(status -> results.put(result.text("unique_id"), outcome(status, result)));
        }
        return results;
    }

    private static NodeOutcome outcome(ResultStatus status, JsonObject result) {
        JsonObject response = object(result, "adapter_response");
        Duration elapsed = seconds(result.number("execution_time"));
        return switch (status) {
            case SUCCESS -> new NodeOutcome.Built(number(response, ROWS), elapsed);
            case PASS -> new NodeOutcome.Passed(elapsed);
            case WARN -> found(Node.Severity.WARN, result, elapsed);
            case FAIL -> found(Node.Severity.ERROR, result, elapsed);
            case ERROR -> new NodeOutcome.Failed(failure(text(result, "message").orElse("It failed.")), elapsed);
            case SKIPPED -> new NodeOutcome.Skipped();
        };
    }

    private static NodeOutcome found(Node.Severity severity, JsonObject result, Duration elapsed) {
        return new NodeOutcome.FoundFailures(
                number(result, "failures").orElse(0),
                severity,
                text(object(result, "adapter_response"), RESULTS_FILE).map(KeptRows::new),
                elapsed);
    }

    /** @param message with the place in it, and what to do */
    private static Failure failure(String message) {
        return new Failure(Optional.empty(), Optional.empty(), message, Optional.empty());
    }

    /** A time that is too long for a {@code long} of nanoseconds becomes the longest one. */
    private static Duration seconds(Number seconds) {
        return Duration.ofNanos(Math.round(seconds.doubleValue() * NANOS_A_SECOND));
    }

    private static JsonObject object(JsonObject parent, String name) {
        return parent.get(name) instanceof Map<?, ?> members ? new JsonObject(members) : new JsonObject(Map.of());
    }

    private static Optional<String> text(JsonObject parent, String name) {
        return parent.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static OptionalLong number(JsonObject parent, String name) {
        return parent.get(name) instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }
}
