package io.duckboard.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds places for tiles: where the file says, and else the first free place after the tile before it, row by row.
 */
public final class Grid {

    private final List<GridPlace> taken = new ArrayList<>();
    private int row = 1;

    /**
     * What a file says of a place.
     *
     * @param column together with {@code row}
     */
    public record Wanted(OptionalInt column, OptionalInt row, int width, int height) {}

    /** @param pinned the places that the file says, which those found do not overlap */
    public Grid(Collection<GridPlace> pinned) {
        taken.addAll(pinned);
    }

    /** The place of the next tile. */
    public GridPlace place(Wanted wanted) {
        if (wanted.column().isPresent() && wanted.row().isPresent()) {
            row = wanted.row().getAsInt();
            return new GridPlace(wanted.column().getAsInt(), wanted.row().getAsInt(), wanted.width(), wanted.height());
        }
        while (true) {
            for (int column = 1; column + wanted.width() <= GridPlace.COLUMNS + 1; column++) {
                var place = new GridPlace(column, row, wanted.width(), wanted.height());
                if (taken.stream().noneMatch(place::overlaps)) {
                    taken.add(place);
                    return place;
                }
            }
            row++;
        }
    }
}
