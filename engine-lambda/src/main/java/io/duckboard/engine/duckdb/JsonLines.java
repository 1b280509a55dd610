package io.duckboard.engine.duckdb;

import io.duckboard.engine.lake.Draft;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a whole answer as one JSON object per line, by the same rules as an answer's records. DuckDB's own JSON rounds
 * numbers.
 */
record JsonLines(JudgedQuery query, Draft draft, Interruption interruption) {

    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("").build();

    private static final int BUFFER_BYTES = 64 * 1024;

    /** @param failed tells what an error in a SQL text means */
    Result write(ResultSet result, ResultColumns columns, BiFunction<SQLException, String, Result> failed)
            throws SQLException, BadParameterException, LakeException {
        long rows;
        try (OutputStream out = new BufferedOutputStream(draft.stream(), BUFFER_BYTES);
                JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            rows = lines(result, new RowWriter(json, columns, query.texts()), json);
        } catch (IOException | JacksonIOException e) {
            throw new LakeException(
                    Problem.of(
                            ErrorCode.LAKE_UNAVAILABLE,
                            "The whole answer could not be written to its end.",
                            "Ask for less, or see that there is room where results are written."),
                    e);
        }
        Optional<StreamEnd.Failure> failure = StreamEnd.failure(result, query, interruption);
        if (failure.isPresent()) {
            return failure.get().result(failed);
        }
        if (interruption.isWanted()) {
            return new StreamEnd.Failure.Interrupted().result(failed);
        }
        return new Result.Exported(columns.columns(), draft.publish(rows));
    }

    private static long lines(ResultSet result, RowWriter row, JsonGenerator json) throws SQLException {
        long rows = 0;
        while (result.next()) {
            row.write(result);
            json.writeRaw('\n');
            rows++;
        }
        return rows;
    }
}
