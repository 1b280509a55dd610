package io.duckboard.board.file;

import io.duckboard.board.FileProblem;
import io.duckboard.board.Grid;
import io.duckboard.board.GridPlace;
import io.duckboard.board.Spot;
import io.duckboard.board.Tile;
import io.duckboard.board.yaml.Part;
import io.duckboard.board.yaml.Problems;
import io.duckboard.engine.sql.Token;
import java.util.List;
import java.util.Locale;

/** A file's tiles in their places, those that are broken among them. */
final class TileParts {

    private final List<Part<WrittenTile>> parts;
    private final FilterParts filters;

    TileParts(List<Part<WrittenTile>> parts, FilterParts filters) {
        this.parts = parts;
        this.filters = filters;
    }

    List<Tile> tiles() {
        List<WrittenTile> written = parts.stream().map(this::written).toList();
        var grid = new Grid(written.stream()
                .map(WrittenTile::wanted)
                .filter(wanted -> wanted.column().isPresent())
                .map(new Grid(List.of())::place)
                .toList());
        return written.stream()
                .map(tile -> tile.placed().apply(grid.place(tile.wanted())))
                .toList();
    }

    private WrittenTile written(Part<WrittenTile> part) {
        if (part.read().isEmpty()) {
            return TileShape.broken(part.value(), part.problems());
        }
        WrittenTile tile = part.read().get();
        // Where it is does not matter for what is wrong with it.
        return switch (tile.placed().apply(new GridPlace(1, 1, 1, 1))) {
            case Tile.Query query -> {
                List<FileProblem> problems = problems(query);
                yield problems.isEmpty() ? tile : TileShape.broken(part.value(), problems);
            }
            case Tile.Text _, Tile.Broken _ -> tile;
        };
    }

    private List<FileProblem> problems(Tile.Query query) {
        var problems = new Problems();
        List<String> known = filters.parameters();
        for (Token token : query.sql().parameterTokens()) {
            String name = token.name().toLowerCase(Locale.ROOT);
            if (!known.contains(name)) {
                problem(query.sql().at(token.start()), name, known, problems);
            }
        }
        query.onClick().ifPresent(click -> {
            if (filters.isBroken(click.filter())) {
                problems.error(click.spot(), "The filter “" + click.filter() + "” is broken.", "");
            } else if (!filters.names().contains(click.filter())) {
                problems.unknown(
                        click.spot(),
                        "There is no filter " + Problems.quoted(click.filter()) + ".",
                        click.filter(),
                        filters.names());
            }
        });
        return problems.all();
    }

    private void problem(Spot spot, String name, List<String> known, Problems problems) {
        if (filters.isOfBroken(name)) {
            problems.error(spot, "The filter of $" + name + " is broken.", "");
        } else if (Character.isDigit(name.charAt(0))) {
            problems.error(spot, "$" + name + " has a number for a name.", "Write $ and a filter's name.");
        } else {
            problems.unknown(spot, "No filter gives $" + name + " a value.", name, known);
        }
    }
}
