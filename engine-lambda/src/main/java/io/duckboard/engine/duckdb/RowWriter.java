package io.duckboard.engine.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the rows of a result as JSON, each as an array or an object. */
final class RowWriter {

    private final JsonGenerator json;
    private final CellWriter cells;
    private final ResultColumns columns;
    private final UnaryOperator<String> texts;

    /** @param texts how texts are changed */
    RowWriter(JsonGenerator json, ResultColumns columns, UnaryOperator<String> texts) {
        this.json = json;
        this.texts = texts;
        this.cells = new CellWriter(json);
        this.columns = columns;
    }

    /** Writes the current row of {@code result}. */
    void write(ResultSet result) throws SQLException {
        switch (columns.format()) {
            case ROWS -> array(result);
            case RECORDS -> object(result);
        }
    }

    private void array(ResultSet result) throws SQLException {
        json.writeStartArray();
        for (int column = 1; column <= columns.names().size(); column++) {
            cell(result, column);
        }
        json.writeEndArray();
    }

    private void object(ResultSet result) throws SQLException {
        json.writeStartObject();
        List<String> names = columns.names();
        for (int column = 1; column <= names.size(); column++) {
            json.writeName(names.get(column - 1));
            cell(result, column);
        }
        json.writeEndObject();
    }

    private void cell(ResultSet result, int column) throws SQLException {
        Object value = value(result, column);
        cells.write(value instanceof String text ? texts.apply(text) : value);
    }

    private @Nullable Object value(ResultSet result, int column) throws SQLException {
        try {
            return result.getObject(column);
        } catch (DateTimeException e) {
            // DuckDB has the time 24:00:00, which is its only time that Java does not have.
            if (columns.isTime(column)) {
                return "24:00:00";
            }
            throw new SQLException("Column " + column + " holds a time that cannot be written", e);
        }
    }
}
