package io.duckboard.engine.protocol;

/** A column of an answer. {@code type} is DuckDB's own name, such as {@code DECIMAL(10,2)} or {@code BIGINT[]}. */
public record Column(String name, String type) {}
