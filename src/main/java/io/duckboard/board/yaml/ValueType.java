package io.duckboard.board.yaml;

import java.util.Map;
import java.util.Optional;

/** A type of value: how it is read, and what a JSON Schema says of it. */
public interface ValueType<T> {

    /** Reads a value. Empty, with an error, if it is none of this type. */
    Optional<T> read(YamlValue value, Problems problems);

    /** In JSON Schema, draft 7. */
    Map<String, Object> schema();
}
