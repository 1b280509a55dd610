package io.duckboard.api;

import io.duckboard.client.QueryService;
import io.duckboard.engine.protocol.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A client that waits for a query's outcome. With the client goes the query. */
record Waiting(QueryService queries, HttpServletRequest client) {

    /** A client that is gone costs no more than this. */
    private static final long LOOK_MILLIS = 250;

    /** @throws ApiException if the client has gone, who does not hear of it */
    <O> O outcome(UUID query, Consumer<Consumer<O>> call) {
        var outcome = new CompletableFuture<O>();
        call.accept(outcome::complete);
        try {
            while (true) {
                try {
                    return outcome.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (Clients.isGone(client)) {
                        throw cancelled(query);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(query);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private ApiException cancelled(UUID query) {
        var _ = queries.cancel(query);
        return new ApiException(
                Statuses.of(ErrorCode.CANCELLED), ErrorCode.CANCELLED, "Nobody waits for this query.", "");
    }
}
