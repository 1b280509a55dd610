package io.duckboard.mcp;

import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.security.Place;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks the lake for an agent that waits for the answer, by the same road as everybody. */
final class AgentQueries {

    /** Clients give up after a minute, and would not learn why. */
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private final QueryService queries;

    AgentQueries(QueryService queries) {
        this.queries = queries;
    }

    /** @throws ToolException if there is no answer */
    Answer.Rows ask(Request.Query query) {
        return ask(Place.SQL, query);
    }

    /** @throws ToolException if there is no answer, or whoever asks may not be there */
    Answer.Rows ask(Place place, Request.Query query) {
        var outcome = new CompletableFuture<RowsOutcome>();
        queries.ask(place, query.format(RowFormat.ROWS).timeout(PATIENCE), outcome::complete);
        return switch (outcome.join()) {
            case QueryOutcome.Answered(var answer, var _, var _) -> answer;
            case CallFailure failure -> throw ToolException.of(failure);
        };
    }

    /** Returns where the lake's files are, which no agent is told. */
    List<String> places() {
        return queries.places();
    }
}
