package io.duckboard.transform.artifacts;

import io.duckboard.engine.json.JsonObject;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.transform.run.RunReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What came of a run, among its {@code args}, which dbt leaves open: {@code "published"} is true or false, {@code "end"}
 * one of published (with {@code "notes"}), tested, kept_back, cancelled and failed (with a {@code "problem"}).
 */
final class RunEnd {

    private RunEnd() {}

    static Members addTo(Members args, RunReport.End end) {
        args.put("published", end instanceof RunReport.End.Published);
        return switch (end) {
            case RunReport.End.Published(List<String> notes) ->
                args.put("end", "published").put("notes", notes);
            case RunReport.End.Tested() -> args.put("end", "tested");
            case RunReport.End.KeptBack() -> args.put("end", "kept_back");
            case RunReport.End.Cancelled() -> args.put("end", "cancelled");
            case RunReport.End.Failed(Problem problem) ->
                args.put("end", "failed").put("problem", members(problem));
        };
    }

    /** Empty in what dbt wrote. */
    static Optional<RunReport.End> read(JsonObject args) {
        if (!(args.get("end") instanceof String end)) {
            return Optional.empty();
        }
        return switch (end) {
            case "published" -> Optional.of(new RunReport.End.Published(notes(args)));
            case "tested" -> Optional.of(new RunReport.End.Tested());
            case "kept_back" -> Optional.of(new RunReport.End.KeptBack());
            case "cancelled" -> Optional.of(new RunReport.End.Cancelled());
            case "failed" -> Optional.of(new RunReport.End.Failed(problem(args.object("problem"))));
            default -> Optional.empty();
        };
    }

    private static Members members(Problem problem) {
        return new Members()
                .put("code", problem.code().name())
                .put("message", problem.message())
                .put("hint", problem.hint());
    }

    private static List<String> notes(JsonObject args) {
        return args.list("notes").stream().map(String::valueOf).toList();
    }

    /** A code that only a later version knows is no reason to lose the message. */
    private static Problem problem(JsonObject problem) {
        String code = problem.text("code");
        return new Problem(
                Stream.of(ErrorCode.values())
                        .filter(known -> known.name().equals(code))
                        .findFirst()
                        .orElse(ErrorCode.INTERNAL),
                problem.text("message"),
                OptionalInt.empty(),
                problem.get("hint") instanceof String hint ? Optional.of(hint) : Optional.empty());
    }
}
