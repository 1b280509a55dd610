package io.duckboard.engine.local;

import java.time.Duration;

/** The way an invocation ended. */
sealed interface Outcome {

    /** The handler's answer. */
    record Answered(Payload payload) implements Outcome {}

    /** The error the handler reported, as JSON in Lambda's format. */
    record Errored(Payload payload) implements Outcome {}

    /** The worker reported that it could not start; JSON in the same format. */
    record InitFailed(Payload payload) implements Outcome {}

    record TimedOut(Duration limit) implements Outcome {}

    /** @param reason as Lambda words it, such as `exit status 1` or `signal: killed` */
    record Exited(String reason) implements Outcome {}

    record AnswerTooLarge() implements Outcome {}

    /** No worker became free in time, so nothing ran. */
    record Throttled() implements Outcome {}
}
