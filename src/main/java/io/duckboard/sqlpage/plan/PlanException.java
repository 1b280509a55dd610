package io.duckboard.sqlpage.plan;

/** The engine's answer is not a plan that could be shown. The message is a sentence that says why. */
public final class PlanException extends Exception {

    private static final long serialVersionUID = 1L;

    PlanException(String message) {
        super(message);
    }

    PlanException(String message, Throwable cause) {
        super(message, cause);
    }
}
