package io.duckboard.database.socket;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** A question or an answer on its way: an object of JSON in one line. */
final class Line {

    /** Room for the longest SQL, however it is escaped, and for an answer as large as the engine gives one. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final JSON WITH_NULLS = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private Line() {}

    static void write(OutputStream out, Map<String, ? extends @Nullable Object> members) throws IOException {
        var line = new ByteArrayOutputStream();
        line.writeBytes(WITH_NULLS.asBytes(members));
        line.write('\n');
        line.writeTo(out);
        out.flush();
    }

    /** @throws IOException if there is no whole line, none that is as short as it has to be, or no JSON in it */
    static Map<String, Object> read(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("It broke off.");
            }
            if (line.size() == MOST_BYTES) {
                throw new IOException("It is longer than " + MOST_BYTES + " bytes.");
            }
            line.write(next);
        }
        try {
            return new LinkedHashMap<>(JSON.std.mapFrom(line.toByteArray()));
        } catch (JacksonException | NullPointerException e) {
            throw new IOException("It is no JSON object.", e);
        }
    }
}
