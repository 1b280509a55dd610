package io.duckboard.datapage;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.util.List;

/**
 * What lies in the lake and is in no table.
 *
 * @param path of a file, or of a folder with a slash at the end
 * @param reason a sentence that says why
 * @param todo a sentence that says what to do
 */
public record LeftOutEntry(String path, String reason, String todo) {

    /** This is more than anyone reads. */
    public static final int MOST = 1_000;

    public static Request.Query query() {
        return Request.Query.of("SELECT path, reason, todo FROM lake.left_out ORDER BY path LIMIT " + MOST)
                .limit(MOST)
                .format(RowFormat.ROWS);
    }

    public static List<LeftOutEntry> of(Answer.Rows answer) {
        return AnswerRow.all(answer).stream()
                .map(row -> new LeftOutEntry(row.text("path"), row.text("reason"), row.text("todo")))
                .toList();
    }
}
