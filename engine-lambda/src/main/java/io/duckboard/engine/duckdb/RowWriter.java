package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.RowFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the rows of a result as JSON, each as an array or an object. */
final class RowWriter {

    private final JsonGenerator json;
    private final RowFormat format;
    private final List<String> names;
    private final List<Reading> readings;
    private final CellWriter cells;
    private final CellWriter times;
    private final UnaryOperator<String> texts;

    /** @param texts how texts are changed */
    RowWriter(JsonGenerator json, ResultColumns columns, UnaryOperator<String> texts) {
        this.json = json;
        this.format = columns.format();
        this.names = columns.names();
        this.readings = columns.columns().stream()
                .map(column -> Reading.of(column, columns))
                .toList();
        this.cells = new CellWriter(json, false);
        this.times = new CellWriter(json, true);
        this.texts = texts;
    }

    /** Writes the current row of {@code result}. */
    void write(ResultSet result) throws SQLException {
        switch (format) {
            case ROWS, TEXTS -> array(result);
            case RECORDS -> object(result);
        }
    }

    private void array(ResultSet result) throws SQLException {
        json.writeStartArray();
        for (int column = 1; column <= names.size(); column++) {
            cell(result, column);
        }
        json.writeEndArray();
    }

    private void object(ResultSet result) throws SQLException {
        json.writeStartObject();
        for (int column = 1; column <= names.size(); column++) {
            json.writeName(names.get(column - 1));
            cell(result, column);
        }
        json.writeEndObject();
    }

    private void cell(ResultSet result, int column) throws SQLException {
        Reading reading = readings.get(column - 1);
        Object value = reading == Reading.LOCAL_TIME
                ? result.getObject(column, LocalDateTime.class)
                : result.getObject(column);
        write(value instanceof String text ? texts.apply(text) : value, reading == Reading.TIMES ? times : cells);
    }

    private void write(@Nullable Object value, CellWriter writer) throws SQLException {
        if (format == RowFormat.TEXTS && value != null) {
            json.writeString(writer.text(value));
        } else {
            writer.write(value);
        }
    }

    /** How the driver is asked for a column's values. */
    private enum Reading {
        OBJECT,
        /** Not as java.sql.Timestamp, which changes old dates. */
        LOCAL_TIME,
        /** Times as JSON. */
        TIMES;

        static Reading of(Column column, ResultColumns columns) {
            if (columns.isTimes(column)) {
                return TIMES;
            }
            boolean isLocalTime = column.type().matches("TIMESTAMP(_S|_MS|_NS)?");
            return isLocalTime && !(columns.isEnclosed() && columns.format() == RowFormat.TEXTS) ? LOCAL_TIME : OBJECT;
        }
    }
}
