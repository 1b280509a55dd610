package io.duckboard.deploy;

import io.duckboard.aws.Sentence;
import io.duckboard.deploy.stack.FailureHints;
import io.duckboard.deploy.stack.StackChange;
import io.duckboard.deploy.stack.StackEvent;
import io.duckboard.engine.failure.FailureException;

/** Explains why a stack could not be changed as planned, and what helps. */
final class FailedChange {

    private FailedChange() {}

    static FailureException of(String stack, StackChange change, boolean isNew) {
        String cause = change.cause()
                .map(event -> event.resource() + " (" + event.type() + ") failed: " + Sentence.of(event.reason()))
                .orElseGet(() -> Sentence.of(change.reason().isEmpty() ? change.status() : change.reason()));
        return new FailureException(
                "The stack " + stack + " could not be " + (isNew ? "made" : "changed") + ". " + cause + " "
                        + undone(change, isNew),
                FailureHints.of(change.cause().map(StackEvent::reason).orElse("")));
    }

    private static String undone(StackChange change, boolean isNew) {
        return change.status().endsWith("ROLLBACK_COMPLETE")
                ? isNew ? "All of it was rolled back." : "It is as it was before."
                : "CloudFormation left it in " + change.status() + ".";
    }
}
