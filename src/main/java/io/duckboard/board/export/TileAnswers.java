package io.duckboard.board.export;

import io.duckboard.board.AnswerColumns;
import io.duckboard.board.Dashboard;
import io.duckboard.board.FileProblem;
import io.duckboard.board.FilterValues;
import io.duckboard.board.Tile;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Asks what a dashboard's tiles show: side by side, and once where two ask the same. */
final class TileAnswers {

    private final QueryEngine engine;
    private final int workers;

    TileAnswers(QueryEngine engine, int workers) {
        this.engine = engine;
        this.workers = workers;
    }

    /** In the order of the tiles. */
    List<TileAnswer> of(Dashboard dashboard, FilterValues values) {
        try (ExecutorService callers =
                Executors.newFixedThreadPool(workers, Thread.ofVirtual().factory())) {
            Map<Request.Query, Future<RowsOutcome>> calls = new HashMap<>();
            dashboard.tiles().stream()
                    .filter(Tile.Query.class::isInstance)
                    .map(tile -> ((Tile.Query) tile).question(values))
                    .forEach(question ->
                            calls.computeIfAbsent(question, asked -> callers.submit(() -> engine.ask(asked))));
            return dashboard.tiles().stream()
                    .map(tile -> switch (tile) {
                        case Tile.Query query ->
                            answer(query, Objects.requireNonNull(calls.get(query.question(values))));
                        case Tile.Text text -> new TileAnswer.Text(text);
                        case Tile.Broken broken ->
                            new TileAnswer.Refused(
                                    broken,
                                    broken.problems().stream()
                                            .map(FileProblem::toString)
                                            .collect(Collectors.joining(" ")));
                    })
                    .toList();
        }
    }

    private static TileAnswer answer(Tile.Query query, Future<RowsOutcome> call) {
        return switch (outcome(call)) {
            case QueryOutcome.Answered answered -> {
                AnswerTable table = AnswerTable.of(answered.answer(), query.shown(answered.answer()));
                List<FileProblem> missing = new AnswerColumns(table.columns()).problems(query.columns());
                yield missing.isEmpty()
                        ? new TileAnswer.Shown(query, table)
                        : new TileAnswer.Refused(
                                query,
                                missing.stream().map(FileProblem::sentence).collect(Collectors.joining(" ")));
            }
            case CallFailure failure ->
                new TileAnswer.Refused(query, failure.failure().text());
        };
    }

    private static RowsOutcome outcome(Future<RowsOutcome> call) {
        try {
            return call.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException("The export was interrupted.", "", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An engine's call ended in a way that nobody foresaw", e);
        }
    }
}
