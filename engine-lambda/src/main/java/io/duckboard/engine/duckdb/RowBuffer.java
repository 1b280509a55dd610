package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.JsonRows;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Rows as a JSON array with a maximum size in bytes. A row that does not fit is left out completely. */
final class RowBuffer {

    private static final JsonFactory JSON = new JsonFactory();

    private final Bytes bytes;
    private final JsonGenerator json;
    private final RowWriter row;
    private long rows;

    RowBuffer(ResultColumns columns, UnaryOperator<String> texts, int capacity) {
        this.bytes = new Bytes(capacity);
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), bytes);
        this.row = new RowWriter(json, columns, texts);
        json.writeStartArray();
        json.flush();
    }

    /** Adds the current row of {@code result}. Returns false and adds nothing if there is no room for it. */
    boolean add(ResultSet result) throws SQLException {
        int before = bytes.size();
        row.write(result);
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

    /** Holds at most {@code capacity} bytes and drops everything after them, however wide a row is. */
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
