package io.duckboard.board.file;

import io.duckboard.board.ColumnName;
import io.duckboard.board.GridPlace;
import io.duckboard.board.Show;
import io.duckboard.board.yaml.Key;
import io.duckboard.board.yaml.Listed;
import io.duckboard.board.yaml.Placed;
import io.duckboard.board.yaml.Shape;
import io.duckboard.board.yaml.ShortOrLong;
import java.util.List;
import java.util.Optional;

/** How a file describes a table. */
final class TableShape {

    private static final Key<ColumnName> COLUMN = Key.required("column", Types.COLUMN, "The column.");
    private static final Key<String> HEADING =
            Key.optional("label", Types.LINE, "The heading; the column's name, if left out.");
    private static final Key<List<Show.TableColumn>> COLUMNS = Key.optional(
            "columns",
            new Listed<>(
                    new ShortOrLong<>(
                            new Placed<>(
                                    Types.LINE,
                                    (name, spot) -> new Show.TableColumn(
                                            new ColumnName(name, spot), Optional.empty(), Optional.empty())),
                            Shape.of(
                                    "a table's column",
                                    List.of(COLUMN, HEADING, ShowShape.FORMAT),
                                    members -> new Show.TableColumn(
                                            members.need(COLUMN),
                                            members.get(HEADING),
                                            members.get(ShowShape.FORMAT)))),
                    200,
                    Listed.Single.REFUSED),
            "The columns in their order, each by itself or as {column: x, label: X, format: number}; all, if left"
                    + " out.");

    static final ShowShape SHAPE = new ShowShape(
            "a table",
            List.of(COLUMNS),
            GridPlace.COLUMNS,
            ShowShape.USUAL_HEIGHT,
            (members, _) -> Optional.of(new Show.Table(members.get(COLUMNS).orElse(List.of()))));

    private TableShape() {}
}
