package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.JsonRows;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Rows as a JSON array of at most so many bytes; a row that does not fit is not in it at all. */
final class RowBuffer {

    private static final JsonFactory JSON = new JsonFactory();

    private final Bytes bytes;
    private final JsonGenerator json;
    private final CellWriter cells;
    private final ResultColumns columns;
    private long rows;

    RowBuffer(ResultColumns columns, int capacity) {
        this.columns = columns;
        this.bytes = new Bytes(capacity);
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), bytes);
        this.cells = new CellWriter(json);
        json.writeStartArray();
        json.flush();
    }

    /** Adds the row that {@code result} stands at; false, and nothing added, if there is no room for it. */
    boolean add(ResultSet result) throws SQLException {
        int before = bytes.size();
        switch (columns.format()) {
            case ROWS -> addArray(result);
            case RECORDS -> addObject(result);
        }
        json.flush();
        if (bytes.isFull()) {
            bytes.truncate(before);
            return false;
        }
        rows++;
        return true;
    }

    JsonRows finished() {
        json.writeEndArray();
        json.close();
        return bytes::writeTo;
    }

    long rows() {
        return rows;
    }

    private void addArray(ResultSet result) throws SQLException {
        json.writeStartArray();
        for (int column = 1; column <= columns.names().size(); column++) {
            addCell(result, column);
        }
        json.writeEndArray();
    }

    private void addObject(ResultSet result) throws SQLException {
        json.writeStartObject();
        List<String> names = columns.names();
        for (int column = 1; column <= names.size(); column++) {
            json.writeName(names.get(column - 1));
            addCell(result, column);
        }
        json.writeEndObject();
    }

    private void addCell(ResultSet result, int column) throws SQLException {
        cells.write(value(result, column));
    }

    private @Nullable Object value(ResultSet result, int column) throws SQLException {
        try {
            return result.getObject(column);
        } catch (DateTimeException e) {
            // DuckDB knows the time 24:00:00, and it is the only one that Java does not.
            if (columns.isTime(column)) {
                return "24:00:00";
            }
            throw new SQLException("Column " + column + " holds a time that cannot be written", e);
        }
    }

    /** Holds {@code capacity} bytes at most and drops what comes after them, however wide a row is. */
    private static final class Bytes extends ByteArrayOutputStream {

        private final int capacity;
        private boolean full;

        Bytes(int capacity) {
            this.capacity = capacity;
        }

        @Override
        public synchronized void write(int value) {
            full |= count + 1 >= capacity;
            if (!full) {
                super.write(value);
            }
        }

        @Override
        public synchronized void write(byte[] values, int offset, int length) {
            full |= count + length >= capacity;
            if (!full) {
                super.write(values, offset, length);
            }
        }

        boolean isFull() {
            return full;
        }

        void truncate(int size) {
            count = size;
            full = false;
        }
    }
}
