package io.duckboard.api;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.ColumnNames;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.RowFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** An answer with rows, written as the engine writes it. */
final class RowsJson {

    private static final JSON EXACT = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private RowsJson() {}

    static void write(Answer.Rows answer, RowFormat format, OutputStream out) throws IOException {
        List<String> names = ColumnNames.ofRecord(answer.metadata().columns());
        AnswerJson.write(withoutVersion(answer.metadata()), format, rows -> write(answer, format, names, rows), out);
    }

    private static void write(Answer.Rows answer, RowFormat format, List<String> names, OutputStream out)
            throws IOException {
        out.write('[');
        boolean first = true;
        for (List<@Nullable Object> row : answer.rows()) {
            if (!first) {
                out.write(',');
            }
            first = false;
            out.write(EXACT.asBytes(
                    switch (format) {
                        case RECORDS -> named(names, row);
                        case ROWS, TEXTS -> row;
                    }));
        }
        out.write(']');
    }

    private static Map<String, @Nullable Object> named(List<String> names, List<@Nullable Object> row) {
        var record = new LinkedHashMap<String, @Nullable Object>();
        for (int column = 0; column < row.size(); column++) {
            record.put(names.get(column), row.get(column));
        }
        return record;
    }

    /** The app asked by a version for itself, and the client did not. */
    private static Metadata withoutVersion(Metadata of) {
        return new Metadata(
                of.time(),
                of.answeredAt(),
                of.eventId(),
                of.query(),
                of.warm(),
                of.columns(),
                of.rowCount(),
                of.truncated(),
                of.usage(),
                of.catalogVersion(),
                of.engine());
    }
}
