package io.duckboard.dashboard;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The hour of the day in which most trips begin; the first one if several are equal.
 *
 * @param hour from 0 to 23
 */
public record BusiestHour(int hour, long trips) {

    public static Request.Query query() {
        return Request.Query.of("""
                        SELECT hour(pickup_at) AS pickup_hour, count(*) AS trips
                        FROM trips WHERE pickup_at IS NOT NULL
                        GROUP BY pickup_hour ORDER BY trips DESC, pickup_hour LIMIT 1""").format(RowFormat.ROWS);
    }

    /** Returns nothing if there are no trips. */
    public static Optional<BusiestHour> of(Answer.Rows answer) {
        return AnswerRow.all(answer).stream()
                .findFirst()
                .map(row -> new BusiestHour((int) row.count("pickup_hour"), row.count("trips")));
    }

    /** Returns, for example, {@code 18–19}. */
    public String span() {
        return String.format(Locale.ROOT, "%02d–%02d", hour, hour + 1);
    }
}
