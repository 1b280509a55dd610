package io.duckboard.engine.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.engine.lake.CancelMarkers;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.InvalidRequestException;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The function {@code duckboard-control}. It answers pings and accepts cancels, which must never wait for a query to
 * end.
 */
public final class ControlHandler implements RequestStreamHandler {

    /**
     * The time until which functions with the old layout may still run and look for their markers. A stack's update
     * sets it.
     */
    private static final String OLD_MARKERS_UNTIL = "DUCKBOARD_OLD_MARKERS_UNTIL";

    private final CancelMarkers markers;

    /** Lambda calls this constructor. */
    public ControlHandler() {
        this(System.getenv());
    }

    /**
     * @param environment as Lambda provides it
     * @throws IllegalArgumentException with a sentence that says which variable is wrong
     */
    public ControlHandler(Map<String, String> environment) {
        this(environment, Clock.systemUTC());
    }

    /** @param clock determines the age of markers */
    public ControlHandler(Map<String, String> environment, Clock clock) {
        this.markers = EngineSettings.from(environment).cancelMarkers(clock, oldMarkersUntil(environment));
    }

    private static Optional<Instant> oldMarkersUntil(Map<String, String> environment) {
        String until = environment.getOrDefault(OLD_MARKERS_UNTIL, "");
        try {
            return until.isBlank() ? Optional.empty() : Optional.of(Instant.parse(until));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    OLD_MARKERS_UNTIL + " is no instant: '" + until
                            + "'. Set it to one such as 2026-01-01T00:00:00Z, or unset it.",
                    e);
        }
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        try {
            switch (RequestJson.read(event)) {
                case Request.Ping() -> answer.write(AnswerJson.pong());
                case Request.Cancel(UUID queryId) -> {
                    markers.cancel(queryId);
                    answer.write(AnswerJson.cancelAccepted());
                }
                case Request.Query query ->
                    AnswerJson.write(
                            Problem.of(
                                    ErrorCode.INVALID_REQUEST,
                                    "duckboard-control runs no queries.",
                                    "Send the query to duckboard-query."),
                            answer);
            }
        } catch (InvalidRequestException e) {
            AnswerJson.write(e.problem(), answer);
        } catch (LakeException e) {
            AnswerJson.write(e.problem(), answer);
        }
    }
}
