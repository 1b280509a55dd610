package io.duckboard.dashboard;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.time.Instant;
import java.util.Optional;

/**
 * The whole view.
 *
 * @param builtAt absent where the lake does not know, or where the view is empty
 */
public record WholeView(TopLocations all, Optional<Instant> builtAt) {

    private static final int BUILT_AT = 6;

    public static Request.Query query() {
        return Request.Query.of("""
                        SELECT %s,
                               (SELECT epoch_ms(built_at) FROM lake.tables WHERE name = '%s') AS built_at_ms
                        %s""".formatted(TopLocations.COLUMNS, TopLocations.VIEW, TopLocations.IN_ORDER))
                .limit(TopLocations.MOST)
                .format(RowFormat.ROWS);
    }

    public static WholeView of(Answer.Rows answer) {
        Optional<Instant> builtAt = answer.rows().stream()
                .findFirst()
                .flatMap(row -> row.get(BUILT_AT) instanceof Number milliseconds
                        ? Optional.of(Instant.ofEpochMilli(milliseconds.longValue()))
                        : Optional.empty());
        return new WholeView(TopLocations.of(answer), builtAt);
    }
}
