package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.duckboard.board.Show;
import io.duckboard.boardpage.TileRows;
import io.duckboard.boardpage.Writing;
import io.duckboard.format.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One value, large, with an earlier one and a small line if it has them. */
final class FigureBody implements TileBody {

    /** Words take more room than figures. */
    private static final int LONG = 14;

    private final Show.Figure figure;
    private final Writing writing;
    private final Paragraph value = new Paragraph();
    private final Paragraph comparison = new Paragraph();
    private final Paragraph note = new Paragraph();
    private final SparkLine spark = new SparkLine();
    private final Div all = new Div(new Div(value, comparison, note), spark);

    FigureBody(Show.Figure figure) {
        this.figure = figure;
        this.writing = new Writing(figure.format());
        all.addClassName("figure");
        value.addClassName("figure-value");
        comparison.addClassName("figure-comparison");
        note.addClassName("figure-note");
        spark.setVisible(figure.spark().isPresent());
        comparison.setVisible(figure.comparison().isPresent());
        note.setVisible(figure.note().isPresent());
    }

    @Override
    public Component component() {
        return all;
    }

    @Override
    public Optional<String> show(TileRows rows) {
        TileRows.Row row = rows.rows().getFirst();
        Object shown = figure.value().isPresent()
                ? rows.value(row, figure.value().get())
                : row.values().getFirst();
        String text = writing.text(shown);
        value.setText(text);
        value.setClassName("long", text.length() > LONG);
        value.setTitle(text);
        figure.note()
                .ifPresent(column -> note.setText(Optional.ofNullable(rows.value(row, column))
                        .map(Writing.PLAIN::text)
                        .orElse("")));
        figure.comparison().ifPresent(with -> compare(with, shown, rows.value(row, with.column())));
        figure.spark().ifPresent(column -> spark.show(numbers(rows.value(row, column))));
        return Optional.empty();
    }

    private static List<Double> numbers(@Nullable Object list) {
        return list instanceof Collection<?> values
                ? values.stream()
                        .flatMap(each -> Writing.number(each).stream())
                        .map(BigDecimal::doubleValue)
                        .toList()
                : List.of();
    }

    private void compare(Show.Comparison with, @Nullable Object now, @Nullable Object before) {
        comparison.removeAll();
        String label = with.label().isEmpty() ? "before" : with.label();
        Optional<BigDecimal> is = Writing.number(now);
        Optional<BigDecimal> was = Writing.number(before);
        if (is.isEmpty() || was.isEmpty()) {
            comparison.add(new Span("nothing to compare with"));
            return;
        }
        BigDecimal difference = is.get().subtract(was.get());
        var change = new Span(changed(difference, was.get()));
        change.addClassNames("figure-change", tone(with.better(), difference.signum()));
        comparison.add(change, new Span(" " + label + ": " + writing.text(before)));
    }

    private String changed(BigDecimal difference, BigDecimal was) {
        if (difference.signum() == 0) {
            return "= the same";
        }
        String arrow = difference.signum() > 0 ? "▲ " : "▼ ";
        return arrow
                + (was.signum() == 0
                        ? writing.text(difference.abs())
                        : Figures.share(difference
                                .abs()
                                .divide(was.abs(), MathContext.DECIMAL64)
                                .doubleValue()));
    }

    private static String tone(Show.Better better, int direction) {
        boolean isGood = direction > 0 == (better == Show.Better.MORE);
        return better == Show.Better.NEITHER || direction == 0 ? "neither" : isGood ? "good" : "bad";
    }
}
