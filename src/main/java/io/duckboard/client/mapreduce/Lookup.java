package io.duckboard.client.mapreduce;

import io.duckboard.client.AnswerRow;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Request;
import java.util.List;

/** Asks the engine what must be known before the calls. */
record Lookup(QueryEngine engine) {

    /**
     * @param failure what cannot be done if the query fails, as the beginning of a sentence
     * @throws MapReduceException if the engine does not answer
     */
    List<AnswerRow> rows(Request.Query query, String failure) {
        return switch (engine.ask(query)) {
            case QueryOutcome.Answered(var answer, var _, var _) -> AnswerRow.all(answer);
            case QueryOutcome.Failed(var problem) ->
                throw new MapReduceException(problem.failure().after(failure + ": "));
            case QueryOutcome.Unreachable(var unreachable) -> throw new MapReduceException(unreachable);
            case QueryOutcome.Limited(var limited, var _) -> throw new MapReduceException(limited);
        };
    }
}
