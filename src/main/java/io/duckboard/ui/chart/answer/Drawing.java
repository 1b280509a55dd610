package io.duckboard.ui.chart.answer;

import io.duckboard.ui.chart.ChartSpec;

/** What comes of the wish to draw an answer. */
public sealed interface Drawing {

    record Drawn(ChartSpec spec) implements Drawing {}

    /** @param why what is missing and what would help, in a sentence or two */
    record Undrawable(String why) implements Drawing {}
}
