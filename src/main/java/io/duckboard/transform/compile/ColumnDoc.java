package io.duckboard.transform.compile;

/** A column that the project tells of. */
public record ColumnDoc(String name, String description) {}
