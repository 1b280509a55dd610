package io.duckboard.engine.local;

import java.time.Duration;

/** How an invocation ended. */
sealed interface Outcome {

    /** The handler's answer. */
    record Answered(Payload payload) implements Outcome {}

    /** The error the handler reported, as JSON of Lambda's shape. */
    record Errored(Payload payload) implements Outcome {}

    /** The worker reported that it could not get ready; the same JSON. */
    record InitFailed(Payload payload) implements Outcome {}

    record TimedOut(Duration limit) implements Outcome {}

    /** @param reason as Lambda words it, such as `exit status 1` or `signal: killed` */
    record Exited(String reason) implements Outcome {}

    record AnswerTooLarge() implements Outcome {}

    /** No worker became free in time; nothing ran. */
    record Throttled() implements Outcome {}
}
