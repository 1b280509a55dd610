package io.duckboard.board.export;

import io.duckboard.board.ColumnName;
import io.duckboard.board.Show;
import io.duckboard.board.Spot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How often values occur: counted in ranges of the same width, which are drawn as bars. */
final class HistogramPicture {

    private static final int USUAL_BINS = 24;
    private static final String RANGE = "range";
    private static final String ROWS = "rows";

    private HistogramPicture() {}

    static Html of(Show.Histogram histogram, AnswerTable answer, String description) {
        double[] values = answer.rows().stream()
                .flatMapToDouble(row -> answer.number(row, histogram.x()).stream())
                .toArray();
        List<AnswerTable.Row> rows = bins(values, histogram.bins(), new Written(histogram.xFormat()));
        Spot spot = histogram.x().spot();
        return new PlotPicture(
                        new Show.Plot(
                                Show.Style.BAR,
                                Show.Growth.UP,
                                new ColumnName(RANGE, spot),
                                List.of(new ColumnName(ROWS, spot)),
                                Optional.empty(),
                                new Show.Labels(Optional.empty(), Optional.empty()),
                                Optional.empty(),
                                Optional.empty()),
                        new AnswerTable(List.of(RANGE, ROWS), rows),
                        description)
                .html();
    }

    private static List<AnswerTable.Row> bins(double[] values, OptionalInt wanted, Written written) {
        double least = Arrays.stream(values).min().orElse(0);
        double greatest = Arrays.stream(values).max().orElse(0);
        double width = greatest > least ? Scale.round((greatest - least) / wanted.orElse(USUAL_BINS)) : 1;
        double first = Math.floor(least / width) * width;
        int count = Math.clamp((long) Math.floor((greatest - first) / width) + 1, 1, 1000);
        var counts = new long[count];
        for (double value : values) {
            counts[Math.clamp((int) ((value - first) / width), 0, count - 1)]++;
        }
        var rows = new ArrayList<AnswerTable.Row>();
        for (int i = 0; i < count && values.length > 0; i++) {
            rows.add(new AnswerTable.Row(List.of(written.of(rounded(first + i * width, width)), counts[i])));
        }
        return rows;
    }

    /** With as many digits as tell one range from the next. */
    private static BigDecimal rounded(double value, double width) {
        int scale = Math.clamp(-(long) Math.floor(Math.log10(width)), 0, 10);
        return new BigDecimal(value).setScale(scale, RoundingMode.HALF_UP);
    }
}
