package io.duckboard.boardpage.ui;

import io.duckboard.client.QueryService;
import io.duckboard.client.QuerySettings;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.ui.Questions;
import java.time.Clock;

/**
 * What a dashboard's page works with.
 *
 * @param asker whoever looks at it
 */
record BoardTools(QueryService queries, QuerySettings settings, Asker asker, Clock clock) {

    Asked questions() {
        return new Asked(
                new Questions(queries, Place.BOARDS), settings.sharedWorkers().orElseGet(settings::callsAtOnce));
    }

    /** SQL is nothing for somebody who may not ask by it. */
    boolean mayAsk() {
        return asker.may(Place.SQL);
    }
}
