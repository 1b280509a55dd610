package io.duckboard.transform.artifacts;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.run.TransformFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The outcome of a run, stored in the run's {@code args}, whose content dbt leaves open: {@code "published"} is true or
 * false, {@code "end"} is one of published (with {@code "notes"}), tested, kept_back, cancelled and failed (with a
 * {@code "problem"}).
 */
final class RunOutcomeJson {

    private RunOutcomeJson() {}

    static Members addTo(Members args, RunOutcome outcome) {
        args.put("published", outcome instanceof RunOutcome.Published);
        return switch (outcome) {
            case RunOutcome.Published(List<String> notes) ->
                args.put("end", "published").put("notes", notes);
            case RunOutcome.Tested() -> args.put("end", "tested");
            case RunOutcome.KeptBack() -> args.put("end", "kept_back");
            case RunOutcome.Cancelled() -> args.put("end", "cancelled");
            case RunOutcome.Failed(TransformFailure failure) ->
                args.put("end", "failed").put("problem", members(failure));
        };
    }

    /** Reads the outcome; empty if dbt wrote the file. */
    static Optional<RunOutcome> read(RunResultsFile.Args args) {
        return switch (args.end().orElse("")) {
            case "published" -> Optional.of(new RunOutcome.Published(present(args.notes())));
            case "tested" -> Optional.of(new RunOutcome.Tested());
            case "kept_back" -> Optional.of(new RunOutcome.KeptBack());
            case "cancelled" -> Optional.of(new RunOutcome.Cancelled());
            case "failed" -> Optional.of(new RunOutcome.Failed(failure(present(args.problem()))));
            default -> Optional.empty();
        };
    }

    private static Members members(TransformFailure failure) {
        return new Members()
                .put("code", failure.code().map(ErrorCode::name))
                .put("message", failure.message())
                .put("hint", failure.hint());
    }

    private static <T> T present(Optional<T> member) {
        return member.orElseThrow(() -> new IllegalArgumentException("The end of the run lacks a member."));
    }

    /** If only a later version knows the code, the message is still kept. */
    private static TransformFailure failure(RunResultsFile.EndProblem problem) {
        return new TransformFailure(
                Stream.of(ErrorCode.values())
                        .filter(known ->
                                problem.code().filter(known.name()::equals).isPresent())
                        .findFirst(),
                Optional.empty(),
                problem.message(),
                problem.hint());
    }
}
