package io.duckboard.board.file;

import io.duckboard.board.ColumnName;
import io.duckboard.board.Show;
import io.duckboard.board.yaml.Key;
import io.duckboard.board.yaml.Placed;
import io.duckboard.board.yaml.Shape;
import io.duckboard.board.yaml.ShortOrLong;
import io.duckboard.board.yaml.Word;
import java.util.List;
import java.util.Optional;

/** How a file describes a number. */
final class FigureShape {

    private static final Key<ColumnName> VALUE =
            Key.optional("value", Types.COLUMN, "The column of the value; the first one, if left out.");
    private static final Key<ColumnName> COMPARED =
            Key.required("column", Types.COLUMN, "The column of the earlier value.");
    private static final Key<String> COMPARED_LABEL =
            Key.optional("label", Types.LINE, "What it is, such as last month.");
    private static final Key<Show.Better> BETTER = Key.optional(
            "better",
            new Word<>(
                    Types.words(words -> {
                        words.put("more", Show.Better.MORE);
                        words.put("less", Show.Better.LESS);
                        words.put("neither", Show.Better.NEITHER);
                    }),
                    "better"),
            "Which way is good: more, unless it says less or neither.");
    private static final Key<Show.Comparison> COMPARE = Key.optional(
            "compare",
            new ShortOrLong<>(
                    new Placed<>(
                            Types.LINE,
                            (name, spot) -> new Show.Comparison(new ColumnName(name, spot), "", Show.Better.MORE)),
                    Shape.of(
                            "a comparison",
                            List.of(COMPARED, COMPARED_LABEL, BETTER),
                            members -> new Show.Comparison(
                                    members.need(COMPARED),
                                    members.get(COMPARED_LABEL).orElse(""),
                                    members.get(BETTER).orElse(Show.Better.MORE)))),
            "The column of an earlier value.");
    private static final Key<ColumnName> SPARK =
            Key.optional("spark", Types.COLUMN, "The column with a list of numbers, drawn as a small line.");

    static final ShowShape SHAPE = new ShowShape(
            "a number",
            List.of(VALUE, ShowShape.NOTE, COMPARE, SPARK, ShowShape.FORMAT),
            3,
            2,
            (members, _) -> Optional.of(new Show.Figure(
                    members.get(VALUE),
                    members.get(ShowShape.NOTE),
                    members.get(COMPARE),
                    members.get(SPARK),
                    members.get(ShowShape.FORMAT))));

    private FigureShape() {}
}
