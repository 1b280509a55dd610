package io.duckboard.transform.compile;

/** Which of the selected nodes a plan contains. */
public enum Contents {
    MODELS,
    TESTS,
    MODELS_AND_TESTS
}
