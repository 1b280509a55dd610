package io.duckboard.engine.guard;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;

/** Lets exactly one SELECT through: whatever only reads, by the verdict of the engine's own parser. */
public final class Guard {

    private static final String ONLY_READS = "Only statements that read may run here.";

    private static final String WHAT_READS =
            "Start with SELECT, FROM, WITH, VALUES, DESCRIBE, SUMMARIZE or SHOW; tables are changed by the transform.";

    private final SqlParser parser;

    public Guard(SqlParser parser) {
        this.parser = parser;
    }

    public Verdict judge(String sql) {
        if (sql.indexOf('\0') >= 0) {
            // The parser stops at it and would judge a shorter text than the one that runs.
            return refuse(Problem.of(ErrorCode.NOT_ALLOWED, "The text holds a NUL character.")
                    .at(sql.indexOf('\0')));
        }
        return switch (parser.parse(sql)) {
            case SqlParser.Parsed.Selects(int statements) when statements == 1 -> new Verdict.Allowed(sql);
            case SqlParser.Parsed.Selects(int statements)
            when statements == 0 ->
                refuse(Problem.of(ErrorCode.INVALID_REQUEST, "There is no statement to run, only blanks or comments."));
            case SqlParser.Parsed.Selects(int statements) ->
                refuse(Problem.of(
                        ErrorCode.NOT_ALLOWED,
                        "There are " + statements + " statements; one runs at a time.",
                        "Send them one by one."));
            case SqlParser.Parsed.OtherStatement() -> refuse(Problem.of(ErrorCode.NOT_ALLOWED, ONLY_READS, WHAT_READS));
            case SqlParser.Parsed.SyntaxError(String message, int position) ->
                refuse(Problem.of(ErrorCode.SYNTAX, message).at(position));
        };
    }

    private static Verdict refuse(Problem problem) {
        return new Verdict.Refused(problem);
    }
}
