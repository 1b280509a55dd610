package io.duckboard.transform.compile;

/** What of the selected a plan holds. */
public enum Contents {
    MODELS,
    TESTS,
    MODELS_AND_TESTS
}
