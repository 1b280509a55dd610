package io.duckboard.datapage;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.util.List;
import java.util.Map;

/** What people should know when they read a table, in sentences. */
public record TableNotes(List<String> sentences) {

    private static final int MOST = 1_000;

    public TableNotes {
        sentences = List.copyOf(sentences);
    }

    public static Request.Query query(String table) {
        return Request.Query.of("SELECT note FROM lake.notes WHERE table_name = $table")
                .parameters(Map.of("table", new Parameter(Parameter.Type.VARCHAR, table)))
                .limit(MOST)
                .format(RowFormat.ROWS);
    }

    public static TableNotes of(Answer.Rows answer) {
        return new TableNotes(
                AnswerRow.all(answer).stream().map(row -> row.text("note")).toList());
    }
}
