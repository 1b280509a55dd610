package io.duckboard.testing;

import io.duckboard.client.QueryOutcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The answers of a scripted engine to one kind of question. The last line that occurs in the SQL decides. */
final class Script<O extends QueryOutcome> {

    private final List<Line<O>> lines = new CopyOnWriteArrayList<>();

    void end(String part, O outcome) {
        lines.add(new Line<>(part, CompletableFuture.completedFuture(outcome)));
    }

    CompletableFuture<O> hold(String part) {
        var outcome = new CompletableFuture<O>();
        lines.add(new Line<>(part, outcome));
        return outcome;
    }

    Optional<O> outcome(String sql) {
        return lines.reversed().stream()
                .filter(line -> sql.contains(line.part()))
                .findFirst()
                .map(line -> line.outcome().join());
    }

    void forget() {
        lines.clear();
    }

    private record Line<O>(String part, CompletableFuture<O> outcome) {}
}
