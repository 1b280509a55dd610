package io.duckboard.engine.duckdb;

import io.duckboard.engine.lake.Draft;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.RowFormat;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BiFunction;

/** Lets DuckDB itself write a whole answer. It does so chunk by chunk, so more rows do not need more memory. */
record Copy(JudgedQuery query, Export export, Draft draft, Interruption interruption) {

    private static final String COLUMNS = "SELECT * FROM (\n";

    /** @param failed tells what an error in a SQL text means */
    Result run(BiFunction<SQLException, String, Result> failed) throws BadParameterException, LakeException {
        Optional<String> subquery = query.allowed().subquery();
        if (subquery.isEmpty()) {
            return new Result.Failed(notWritable(), false);
        }
        String text = COLUMNS + subquery.get() + "\n) LIMIT 0";
        String before = COLUMNS;
        try {
            ResultColumns columns =
                    query.run(text, result -> ResultColumns.of(result.getMetaData(), RowFormat.RECORDS));
            var copy = new CopyStatement(export, columns, draft.target(), draft.partitionBy());
            before = copy.before();
            text = before + subquery.get() + copy.after();
            long rows = query.copy(text);
            if (interruption.isWanted()) {
                return new StreamEnd.Failure.Interrupted().result(failed);
            }
            return new Result.Exported(columns.columns(), draft.publish(rows));
        } catch (SQLException e) {
            return atItsPlace(failed.apply(e, text), before.length());
        }
    }

    private Problem notWritable() {
        String file = " cannot be written as " + export.extension() + ".";
        return switch (query.allowed().form()) {
            case DYNAMIC_PIVOT ->
                Problem.of(
                        ErrorCode.INVALID_REQUEST,
                        "A PIVOT that finds its columns in the data" + file,
                        "Name the columns: ON column IN (…). Or ask for it into jsonl.");
            case EXPLAIN, SELECT ->
                Problem.of(
                        ErrorCode.INVALID_REQUEST, "An EXPLAIN" + file, "Ask for it without \"into\", or into jsonl.");
        };
    }

    /**
     * The engine puts text in front of the caller's SQL. An error in that text has no position in the caller's text.
     */
    private static Result atItsPlace(Result failed, int before) {
        if (failed instanceof Result.Failed(Problem problem, boolean unexpected)
                && problem.position().isPresent()) {
            int position = problem.position().getAsInt() - before;
            return new Result.Failed(position < 0 ? problem.nowhere() : problem.at(position), unexpected);
        }
        return failed;
    }
}
