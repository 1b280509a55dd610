package io.duckboard.boardpage.ui;

import io.duckboard.format.Figures;
import java.util.ArrayList;
import java.util.List;

/** Sentences about what a chart does not show. */
final class ChartRemarks {

    private final List<String> sentences = new ArrayList<>();

    void say(String sentence) {
        sentences.add(sentence);
    }

    void leftOut(int values) {
        if (values > 0) {
            say("Left out: " + Figures.count(values, "value") + " without a place in the chart.");
        }
    }

    void beyond(int drawn, int all, String what) {
        if (all > drawn) {
            say("Drawn are the first " + Figures.count(drawn) + " of " + Figures.count(all) + " " + what + ".");
        }
    }

    List<String> all() {
        return List.copyOf(sentences);
    }
}
