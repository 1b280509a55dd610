package io.duckboard.board;

/**
 * A table that the dashboard is about. Without it the page says so once, and not in each tile.
 *
 * @param hint what to do if the lake has no such table; may be empty
 */
public record NeededTable(String name, String hint) {}
