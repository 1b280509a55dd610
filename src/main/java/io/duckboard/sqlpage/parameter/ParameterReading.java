package io.duckboard.sqlpage.parameter;

import io.duckboard.engine.protocol.Parameter;

/** What was made of a text that somebody typed for a parameter. */
public sealed interface ParameterReading {

    record Bound(Parameter parameter) implements ParameterReading {}

    /** @param message what to type, for people */
    record Refused(String message) implements ParameterReading {}
}
