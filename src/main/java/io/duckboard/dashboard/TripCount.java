package io.duckboard.dashboard;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;

/** How many trips the lake has, which Parquet's own notes tell. */
public record TripCount(long trips) {

    public static Request.Query query() {
        return Request.Query.of("SELECT count(*) FROM trips").format(RowFormat.ROWS);
    }

    public static TripCount of(Answer.Rows answer) {
        return new TripCount(((Number) answer.rows().getFirst().getFirst()).longValue());
    }
}
