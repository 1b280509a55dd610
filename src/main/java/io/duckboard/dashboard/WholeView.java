package io.duckboard.dashboard;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.time.Instant;
import java.util.Optional;

/**
 * The whole view.
 *
 * @param builtAt absent if the lake does not know, or if the view is empty
 */
public record WholeView(TopLocations all, Optional<Instant> builtAt) {

    public static Request.Query query() {
        return Request.Query.of("""
                        SELECT %s,
                               (SELECT epoch_ms(built_at) FROM lake.tables WHERE name = '%s') AS built_at_ms
                        %s""".formatted(TopLocations.COLUMNS, TopLocations.VIEW, TopLocations.IN_ORDER))
                .limit(TopLocations.MOST)
                .format(RowFormat.ROWS);
    }

    public static WholeView of(Answer.Rows answer) {
        Optional<Instant> builtAt =
                AnswerRow.all(answer).stream().findFirst().flatMap(row -> row.optionalInstant("built_at_ms"));
        return new WholeView(TopLocations.of(answer), builtAt);
    }
}
