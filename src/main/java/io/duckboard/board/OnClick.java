package io.duckboard.board;

import java.util.Optional;

/**
 * What a click on a value does: it sets a filter.
 *
 * @param column the column whose value the filter gets; if absent, the one by which the picture is divided
 */
public record OnClick(String filter, Optional<ColumnName> column, Spot spot) {}
