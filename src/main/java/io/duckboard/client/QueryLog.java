package io.duckboard.client;

import io.duckboard.engine.protocol.QueryDigest;
import io.duckboard.engine.protocol.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the app's log says of queries: numbers and codes, and nothing of their SQL. */
final class QueryLog {

    private static final Logger LOG = LoggerFactory.getLogger(QueryService.class);

    private QueryLog() {}

    static void ended(Request.Query query, QueryOutcome outcome) {
        switch (outcome) {
            case QueryOutcome.Answered(var answer, var roundTrip, var _) ->
                LOG.info(
                        "query {} answered in {} ms, {} ms of it in the engine: {} rows",
                        id(query),
                        roundTrip.toMillis(),
                        answer.metadata().time().toMillis(),
                        answer.metadata().rowCount());
            case QueryOutcome.Exported(var answer, var roundTrip) ->
                LOG.info(
                        "query {} exported in {} ms: {} rows, {} bytes",
                        id(query),
                        roundTrip.toMillis(),
                        answer.file().rows(),
                        answer.file().bytes());
            case QueryOutcome.Failed(var problem) -> LOG.info("query {} failed: {}", id(query), problem.code());
            case QueryOutcome.Unreachable(var failure) ->
                LOG.warn("query {} reached no engine: {}", id(query), failure.message());
            case QueryOutcome.Limited(var failure, var _) ->
                LOG.info("query {} met a limit: {}", id(query), failure.message());
        }
    }

    static String id(Request.Query query) {
        return query.queryId().map(QueryDigest::of).orElse("without id");
    }
}
