package io.duckboard.dashboard;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;

/** The number of trips in the lake, read from Parquet's own metadata. */
public record TripCount(long trips) {

    public static Request.Query query() {
        return Request.Query.of("SELECT count(*) FROM trips").format(RowFormat.ROWS);
    }

    public static TripCount of(Answer.Rows answer) {
        return new TripCount(((Number) answer.rows().getFirst().getFirst()).longValue());
    }
}
