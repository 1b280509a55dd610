package io.duckboard.transform.compile;

/** A column that the project describes. */
public record ColumnDoc(String name, String description) {}
