package io.duckboard.format;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ColumnNames;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * Writes an answer as a JSON array with one object for each row, and each row on its own line. Repeated names get _1,
 * _2.
 */
public final class JsonText {

    private static final JSON EXACT = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private JsonText() {}

    public static String of(Answer.Rows answer) {
        List<String> names = ColumnNames.ofRecord(answer.metadata().columns());
        var text = new StringBuilder("[");
        for (List<@Nullable Object> row : answer.rows()) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            for (int column = 0; column < row.size(); column++) {
                object.put(names.get(column), row.get(column));
            }
            text.append(text.length() == 1 ? "\n" : ",\n").append(EXACT.asString(object));
        }
        return text.append(answer.rows().isEmpty() ? "]\n" : "\n]\n").toString();
    }
}
