package io.duckboard.engine.duckdb;

import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.protocol.RowFormat;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BiFunction;

/** A judged query whose rows the engine reads one by one. */
record RowQuery(JudgedQuery query, RowFormat format) {

    /** The type of every column of a text that has a parameter whose type is not settled. */
    private static final String UNSETTLED = "UNKNOWN";

    /** Reads a result while its statement is open. */
    @FunctionalInterface
    interface Reader {
        Result read(ResultSet result, ResultColumns columns) throws SQLException, BadParameterException, LakeException;
    }

    /** @param failed tells what an error in a SQL text means */
    Result run(Reader reader, BiFunction<SQLException, String, Result> failed)
            throws SQLException, BadParameterException, LakeException {
        Optional<String> subquery = query.allowed().subquery();
        if (subquery.isEmpty()) {
            return query.run(
                    query.sql(), result -> reader.read(result, ResultColumns.of(result.getMetaData(), format)));
        }
        ResultColumns columns;
        try (PreparedStatement statement = query.prepared(query.sql())) {
            columns = ResultColumns.of(statement.getMetaData(), format);
            if (isSettled(columns) && columns.isReadable()) {
                try (ResultSet result = statement.executeQuery()) {
                    return reader.read(result, columns);
                }
            }
        }
        return readable(columns, subquery.get(), reader, failed);
    }

    private Result readable(
            ResultColumns prepared, String judged, Reader reader, BiFunction<SQLException, String, Result> failed)
            throws BadParameterException, LakeException {
        Enclosed running = Enclosed.forColumns(judged);
        try {
            ResultColumns columns = isSettled(prepared)
                    ? prepared
                    : query.run(running.text(), result -> ResultColumns.of(result.getMetaData(), format));
            running = columns.isReadable() ? Enclosed.alone(judged) : columns.readable(judged);
            ResultColumns read = columns.isReadable() ? columns : columns.enclosed();
            return query.run(running.text(), result -> reader.read(result, read));
        } catch (SQLException e) {
            return running.atItsPlace(failed.apply(e, running.text()));
        }
    }

    private static boolean isSettled(ResultColumns columns) {
        return columns.columns().stream().noneMatch(column -> column.type().equals(UNSETTLED));
    }
}
