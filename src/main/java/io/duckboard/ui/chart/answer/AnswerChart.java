package io.duckboard.ui.chart.answer;

import io.duckboard.engine.protocol.Answer;

/** Draws an answer in the way that somebody has chosen. */
final class AnswerChart {

    private AnswerChart() {}

    static Drawing of(Answer.Rows answer, ChartChoice choice) {
        if (answer.rows().isEmpty()) {
            return new Drawing.Undrawable("The answer has no rows, so there is nothing to draw.");
        }
        return switch (choice.kind()) {
            case HISTOGRAM -> new HistogramDrawing(answer, choice).draw();
            case SCATTER -> new PointDrawing(answer, choice).draw();
            case LINE, AREA ->
                ColumnRole.of(answer.metadata().columns().get(choice.x())) == ColumnRole.LABEL
                        ? new CategoryDrawing(answer, choice).draw()
                        : new PointDrawing(answer, choice).draw();
            case HORIZONTAL_BARS, COLUMNS, STACKED, PIE, MAP, HEAT_MAP -> new CategoryDrawing(answer, choice).draw();
        };
    }
}
