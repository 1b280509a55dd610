package io.duckboard.ui.chart.answer;

import io.duckboard.ui.chart.ChartSpec;

/** The result of drawing an answer. */
public sealed interface Drawing {

    record Drawn(ChartSpec spec) implements Drawing {}

    /** @param why what is missing and what would help, in a sentence or two */
    record Undrawable(String why) implements Drawing {}
}
