package io.duckboard.board.check;

import io.duckboard.board.FileProblem;
import io.duckboard.board.yaml.Problems;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tests queries by asking the engine, with as many calls as it has workers where nothing is wrong. */
public final class QueryCheck {

    private final QueryEngine engine;
    private final int workers;

    /** @param workers calls at once */
    public QueryCheck(QueryEngine engine, int workers) {
        this.engine = engine;
        this.workers = workers;
    }

    /**
     * Returns what is wrong, in the order of the files.
     *
     * @throws FailureException if the engine does not answer
     */
    public List<FileProblem> run(List<CheckedQuery> queries) {
        var problems = new Problems();
        var sound = new ArrayList<CheckedQuery>();
        for (CheckedQuery query : queries) {
            OptionalInt unmatched = query.unmatched();
            if (unmatched.isPresent()) {
                problems.error(
                        query.sql().at(unmatched.getAsInt()), query.of() + ": This parenthesis has no other.", "");
            } else {
                sound.add(query);
            }
        }
        try (ExecutorService callers =
                Executors.newFixedThreadPool(workers, Thread.ofVirtual().factory())) {
            List<Future<List<FileProblem>>> calls = Groups.of(sound, workers).stream()
                    .map(group -> callers.submit(() -> problems(new Probe(group))))
                    .toList();
            for (Future<List<FileProblem>> call : calls) {
                problems.addAll(answered(call));
            }
        }
        return problems.all();
    }

    private static List<FileProblem> answered(Future<List<FileProblem>> call) {
        try {
            return call.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException("The check was interrupted.", "", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FailureException failure) {
                throw failure;
            }
            throw new IllegalStateException("A check ended in a way that nobody foresaw", e);
        }
    }

    private List<FileProblem> problems(Probe probe) {
        return switch (engine.ask(probe.question())) {
            case QueryOutcome.Answered answered -> probe.missing(answered.answer());
            case QueryOutcome.Failed(Problem problem) -> problems(probe, problem);
            case CallFailure failure -> throw new FailureException(failure.failure());
        };
    }

    /** The others are asked again without the one that is wrong, or in halves if it is not known which one that is. */
    private List<FileProblem> problems(Probe probe, Problem problem) {
        if (isOfEngine(problem)) {
            throw new FailureException(problem.failure());
        }
        Optional<CheckedQuery> culprit = probe.culprit(problem);
        var problems = new ArrayList<FileProblem>();
        if (culprit.isPresent()) {
            problems.add(probe.problem(problem, culprit.get()));
            List<CheckedQuery> others = probe.queries().stream()
                    .filter(query -> !query.equals(culprit.get()))
                    .toList();
            if (!others.isEmpty()) {
                problems.addAll(problems(new Probe(others)));
            }
        } else {
            int half = probe.queries().size() / 2;
            problems.addAll(problems(new Probe(probe.queries().subList(0, half))));
            problems.addAll(problems(
                    new Probe(probe.queries().subList(half, probe.queries().size()))));
        }
        return problems;
    }

    /** Whether no query is to blame. */
    private static boolean isOfEngine(Problem problem) {
        return switch (problem.code()) {
            case BUSY, CANCELLED, LAKE_UNAVAILABLE, LAKE_DENIED -> true;
            case SYNTAX,
                    UNKNOWN_NAME,
                    NOT_ALLOWED,
                    INVALID_REQUEST,
                    TIMEOUT,
                    OUT_OF_MEMORY,
                    RESULT_TOO_LARGE,
                    FILE_MISSING,
                    FILE_DAMAGED,
                    INTERNAL -> false;
        };
    }
}
