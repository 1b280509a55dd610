package io.duckboard.board;

/** A column that a tile needs in its answer, and where the file names it. */
public record ColumnName(String name, Spot spot) {}
