package io.duckboard.board.export;

import io.duckboard.board.Show;
import io.duckboard.board.Tile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a tile makes of its answer. */
final class TileBody {

    /** More would make a file that no browser likes, and that nobody reads. */
    private static final int MOST_ROWS = 1_000;

    private static final int MOST_ROWS_OF_A_PICTURE = 200;
    private static final String NO_ROWS = "No rows.";
    private static final String UNNAMED = "Chart";

    private final Tile.Query tile;
    private final AnswerTable table;
    private final String description;

    TileBody(TileAnswer.Shown shown) {
        this.tile = shown.tile();
        this.table = shown.table();
        String said = tile.frame().description();
        String title = tile.frame().title().isEmpty() ? UNNAMED : tile.frame().title();
        this.description = said.isEmpty() ? title : said;
    }

    Html html() {
        if (table.rows().isEmpty()) {
            return new Html().element("p", "quiet", tile.empty().isEmpty() ? NO_ROWS : tile.empty());
        }
        return switch (tile.show()) {
            case Show.Figure figure -> figure(figure);
            case Show.Plot plot -> withRows(new PlotPicture(plot, table, description).html());
            case Show.Histogram histogram -> HistogramPicture.of(histogram, table, description);
            case Show.Pie pie -> withRows(PiePicture.of(pie, table, description));
            case Show.HeatMap map -> HeatTable.of(map, table);
            case Show.ZoneMap map -> withRows(ZonesPicture.of(map, table, description));
            case Show.Table shown -> RowsTable.of(shown, table).html(MOST_ROWS);
        };
    }

    private Html withRows(Html picture) {
        return picture.raw("<details><summary>As a table</summary>")
                .raw(RowsTable.of(table).html(MOST_ROWS_OF_A_PICTURE))
                .raw("</details>");
    }

    private Html figure(Show.Figure figure) {
        var written = new Written(figure.format());
        Object value = figure.value()
                .map(column -> table.value(table.rows().getFirst(), column))
                .orElseGet(() -> table.rows().getFirst().values().getFirst());
        var html = new Html().element("p", "figure", written.of(value));
        figure.comparison().ifPresent(comparison -> comparison(comparison, value, written, html));
        figure.note()
                .flatMap(note -> Optional.ofNullable(table.value(table.rows().getFirst(), note)))
                .ifPresent(note -> html.element("p", "quiet", Written.PLAIN.of(note)));
        figure.spark().ifPresent(spark -> spark(table.value(table.rows().getFirst(), spark), html));
        return html;
    }

    private void comparison(Show.Comparison comparison, @Nullable Object value, Written written, Html html) {
        Object before = table.value(table.rows().getFirst(), comparison.column());
        OptionalDouble now =
                Written.number(value).stream().mapToDouble(Number::doubleValue).findFirst();
        OptionalDouble then =
                Written.number(before).stream().mapToDouble(Number::doubleValue).findFirst();
        if (now.isEmpty() || then.isEmpty() || then.getAsDouble() == 0) {
            return;
        }
        double change = now.getAsDouble() / then.getAsDouble() - 1;
        boolean isGood = change > 0 == (comparison.better() == Show.Better.MORE);
        String styled = comparison.better() == Show.Better.NEITHER || change == 0 ? "quiet" : isGood ? "good" : "bad";
        html.element(
                "p",
                styled,
                (change > 0 ? "▲ " : change < 0 ? "▼ " : "")
                        + String.format(Locale.ROOT, "%.1f %%", 100 * Math.abs(change)) + " from " + written.of(before)
                        + (comparison.label().isEmpty() ? "" : ", " + comparison.label()));
    }

    private static void spark(@Nullable Object values, Html html) {
        if (!(values instanceof List<?> list)) {
            return;
        }
        double[] numbers = list.stream()
                .flatMap(value -> Written.number(value).stream())
                .mapToDouble(Number::doubleValue)
                .toArray();
        if (numbers.length < 2) {
            return;
        }
        Scale scale = Scale.of(Arrays.stream(numbers));
        var path = new StringBuilder();
        for (int i = 0; i < numbers.length; i++) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(String.format(
                            Locale.ROOT,
                            "%.1f %.1f",
                            1000.0 * i / (numbers.length - 1),
                            1000 - 1000 * scale.share(numbers[i])));
        }
        html.raw("<svg class=\"spark\" viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                + "<path class=\"k0 line\" d=\"" + path + "\"/></svg>");
    }
}
