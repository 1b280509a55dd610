package io.duckboard.engine.duckdb;

import io.duckboard.engine.lake.Draft;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.RowFormat;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Lets DuckDB itself write a whole answer. It does so chunk by chunk, so more rows do not need more memory. */
record Copy(JudgedQuery query, Export export, Draft draft, Interruption interruption) {

    /** @param failed tells what an error in a SQL text means */
    Result run(BiFunction<SQLException, String, Result> failed) throws BadParameterException, LakeException {
        Optional<String> subquery = query.allowed().subquery();
        if (subquery.isEmpty()) {
            return new Result.Failed(notWritable(), false);
        }
        Enclosed running = Enclosed.forColumns(subquery.get());
        try {
            List<Column> columns = query.run(
                    running.text(),
                    result -> ResultColumns.of(result.getMetaData(), RowFormat.RECORDS)
                            .columns());
            running = new CopyStatement(export, columns, draft.target(), draft.partitionBy()).around(subquery.get());
            long rows = query.copy(running.text());
            if (interruption.isWanted()) {
                return new StreamEnd.Failure.Interrupted().result(failed);
            }
            return new Result.Exported(columns, draft.publish(rows));
        } catch (SQLException e) {
            return running.atItsPlace(failed.apply(e, running.text()));
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
}
