package io.duckboard.ui.chart.answer;

import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.format.Figures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what a chart does not show, so that the page can say so. */
final class OmittedRows {

    private long nulls;
    private long placeless;
    private final List<String> sentences = new ArrayList<>();

    OmittedRows(Metadata metadata) {
        if (metadata.truncated() != Truncation.NONE) {
            sentences.add("The answer was cut at %s: the chart shows these alone."
                    .formatted(Figures.count(metadata.rowCount(), "row")));
        }
    }

    /** Counts a value that has no place in the chart. */
    void value(@Nullable Object value) {
        if (value == null) {
            nulls++;
        } else {
            placeless++;
        }
    }

    /** Says that only the first of {@code all} are drawn, unless all of them are. */
    void beyond(int drawn, int all, String what) {
        if (all > drawn) {
            sentences.add(
                    "Drawn are the first %s of %s.".formatted(Figures.count(drawn), Figures.count(all) + " " + what));
        }
    }

    void say(String sentence) {
        sentences.add(sentence);
    }

    List<String> remarks() {
        List<String> remarks = new ArrayList<>(sentences);
        if (nulls > 0) {
            remarks.add("Left out: " + Figures.count(nulls, "NULL value") + ".");
        }
        if (placeless > 0) {
            remarks.add("Left out: %s that no axis has a place for, such as NaN and infinity."
                    .formatted(Figures.count(placeless, "value")));
        }
        return List.copyOf(remarks);
    }
}
