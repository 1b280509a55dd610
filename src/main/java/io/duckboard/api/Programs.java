package io.duckboard.api;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.security.Asking;
import io.duckboard.security.Place;

/** Whoever asks by a token, and nobody else. */
final class Programs {

    private Programs() {}

    /**
     * Asked by each endpoint, so that none is open if an address is ever read in two ways: by the server as one that
     * takes no token, and by Spring as this one.
     *
     * @throws ApiException if nobody has sent a token
     * @throws FailureException if the token's role may not do this
     */
    static void check(Place place) {
        Asking.now()
                .orElseThrow(() ->
                        new ApiException(401, ErrorCode.NOT_ALLOWED, "A token is needed here.", "Send one with it."))
                .check(place);
    }
}
