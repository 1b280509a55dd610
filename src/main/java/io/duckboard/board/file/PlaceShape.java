package io.duckboard.board.file;

import io.duckboard.board.Grid;
import io.duckboard.board.GridPlace;
import io.duckboard.board.yaml.Key;
import io.duckboard.board.yaml.Members;
import io.duckboard.board.yaml.Named;
import io.duckboard.board.yaml.Problems;
import io.duckboard.board.yaml.Shape;
import io.duckboard.board.yaml.WholeNumber;
import java.util.List;
import java.util.Optional;

/** How a file says where a tile is. */
final class PlaceShape {

    private static final Key<Integer> COLUMN = Key.optional(
            "column", new WholeNumber(1, GridPlace.COLUMNS), "The first column, from 1 to 12; goes with row.");
    private static final Key<Integer> ROW =
            Key.optional("row", new WholeNumber(1, GridPlace.MOST_ROWS), "The first row, from 1; goes with column.");
    private static final Key<Integer> WIDTH =
            Key.optional("width", new WholeNumber(1, GridPlace.COLUMNS), "How many of the twelve columns.");
    private static final Key<Integer> HEIGHT =
            Key.optional("height", new WholeNumber(1, GridPlace.HIGHEST), "How many rows.");

    static final Named<Place> TYPE =
            new Named<>("place", new Shape<>("a place", List.of(COLUMN, ROW, WIDTH, HEIGHT), PlaceShape::place));

    static final Key<Place> PLACE = Key.optional(
            "place", TYPE, "Where the tile is in a grid of twelve columns; after the tile before it, if left out.");

    private PlaceShape() {}

    /** A place of which some may be left out. */
    record Place(Optional<Integer> column, Optional<Integer> row, Optional<Integer> width, Optional<Integer> height) {

        static final Place ANY = new Place(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Grid.Wanted sized(int usualWidth, int usualHeight) {
            int free = GridPlace.COLUMNS + 1 - column.orElse(1);
            return new Grid.Wanted(
                    column.stream().mapToInt(Integer::intValue).findFirst(),
                    row.stream().mapToInt(Integer::intValue).findFirst(),
                    width.orElse(Math.min(usualWidth, free)),
                    height.orElse(usualHeight));
        }
    }

    private static Optional<Place> place(Members members, Problems problems) {
        var place = new Place(members.get(COLUMN), members.get(ROW), members.get(WIDTH), members.get(HEIGHT));
        if (place.column().isPresent() != place.row().isPresent()) {
            problems.error(members.spot(), "“column” and “row” go together.", "Name both, or none.");
            return Optional.empty();
        }
        if (place.column().orElse(1) + place.width().orElse(1) > GridPlace.COLUMNS + 1) {
            problems.error(members.spot(WIDTH), "The tile ends beyond column 12.", "Make “width” or “column” smaller.");
            return Optional.empty();
        }
        return Optional.of(place);
    }
}
