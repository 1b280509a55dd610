package io.duckboard.ui.chart.answer;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.sql.SqlType;
import io.duckboard.ui.chart.Bin;
import io.duckboard.ui.chart.Histogram;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Draws how often a column's values occur. */
final class HistogramDrawing {

    private final Answer.Rows answer;
    private final int column;
    private final ChartText wording;

    HistogramDrawing(Answer.Rows answer, ChartChoice choice) {
        this.answer = answer;
        this.column = choice.firstY();
        this.wording = new ChartText(answer, choice);
    }

    Drawing draw() {
        var leftOut = new OmittedRows(answer.metadata());
        List<BigDecimal> values = new ArrayList<>();
        for (var row : answer.rows()) {
            Cell.number(row.get(column)).ifPresentOrElse(values::add, () -> leftOut.value(row.get(column)));
        }
        if (values.isEmpty()) {
            return new Drawing.Undrawable(
                    "No value of %s can be drawn: all are NULL or not finite.".formatted(wording.name(column)));
        }
        boolean whole = new SqlType(answer.metadata().columns().get(column).type()).isWhole();
        List<Bin> bins = Bins.of(values, whole ? Bins.Wholeness.WHOLE : Bins.Wholeness.FRACTIONS);
        String extent = ", from %s to below %s"
                .formatted(bins.getFirst().from().text(), bins.getLast().to().text());
        return new Drawing.Drawn(new Histogram(
                wording.title(),
                wording.description(values.size(), "value", extent),
                wording.name(column),
                "rows",
                bins,
                leftOut.remarks()));
    }
}
