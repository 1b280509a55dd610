package io.duckboard.board.file;

import io.duckboard.board.FileProblem;
import io.duckboard.board.GridPlace;
import io.duckboard.board.Spot;
import io.duckboard.board.Tile;
import io.duckboard.board.yaml.Part;
import io.duckboard.board.yaml.Problems;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is right by itself, and probably not what was meant. */
final class Warnings {

    private final Problems problems = new Problems();

    Warnings(List<FilterParts.Found> filters, List<Tile> tiles, List<Part<WrittenTile>> written) {
        boolean isWhole = tiles.stream().noneMatch(Tile.Broken.class::isInstance);
        if (isWhole) {
            Set<String> used = tiles.stream()
                    .flatMap(tile ->
                            tile instanceof Tile.Query query ? query.sql().parameters().stream() : Stream.empty())
                    .collect(Collectors.toSet());
            filters.stream()
                    .filter(found -> found.filter().parameters().stream().noneMatch(used::contains))
                    .forEach(found -> unused(found, problems));
        }
        overlaps(tiles, written);
    }

    private static void unused(FilterParts.Found found, Problems problems) {
        problems.warning(
                found.spot(),
                "No tile uses the filter “" + found.filter().name() + "”.",
                "Use "
                        + String.join(
                                " or ",
                                found.filter().parameters().stream()
                                        .map(name -> "$" + name)
                                        .toList()) + " in a tile's SQL, or leave the filter out.");
    }

    private void overlaps(List<Tile> tiles, List<Part<WrittenTile>> written) {
        for (int i = 0; i < tiles.size(); i++) {
            GridPlace place = tiles.get(i).frame().place();
            Spot spot = written.get(i).value().spot();
            tiles.stream()
                    .limit(i)
                    .filter(before -> before.frame().place().overlaps(place))
                    .findFirst()
                    .ifPresent(before -> problems.warning(
                            spot,
                            "This tile lies on the one of line "
                                    + before.frame().spot().line() + ".",
                            "Change one of their places."));
        }
    }

    List<FileProblem> all() {
        return problems.all();
    }
}
