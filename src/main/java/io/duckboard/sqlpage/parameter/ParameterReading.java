package io.duckboard.sqlpage.parameter;

import io.duckboard.engine.protocol.Parameter;

/** The result of reading a text that somebody typed for a parameter. */
public sealed interface ParameterReading {

    record Bound(Parameter parameter) implements ParameterReading {}

    /** @param message what to type instead, for people */
    record Refused(String message) implements ParameterReading {}
}
