package io.duckboard.ui.chart.answer;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.format.Figures;
import io.duckboard.format.Harmless;
import io.duckboard.ui.chart.ChartKind;
import java.util.List;
import java.util.stream.Collectors;

/** The title of an answer's chart, and its description for people who cannot see it. */
record ChartText(List<Column> columns, ChartChoice choice) {

    private static final int MOST_NAMED = 3;

    ChartText(Answer.Rows answer, ChartChoice choice) {
        this(answer.metadata().columns(), choice);
    }

    String title() {
        var measures = choice.measures();
        String measured = measures.stream().limit(MOST_NAMED).map(this::name).collect(Collectors.joining(", "))
                + (measures.size() > MOST_NAMED ? " …" : "");
        if (choice.kind() == ChartKind.HISTOGRAM) {
            return "Histogram of " + measured;
        }
        String by = choice.splitBy().stream()
                .mapToObj(series -> " and " + name(series))
                .findFirst()
                .orElse("");
        return measured + " by " + name(choice.x()) + by;
    }

    String description(long marks, String what, String extent) {
        return "%s: %s, with %s%s. The rows tab has the same numbers."
                .formatted(choice.kind().label(), title(), Figures.count(marks, what), extent);
    }

    String series(int column) {
        return series(columns, column);
    }

    /** Returns a column's name, made distinct from other columns of the same name. */
    static String series(List<Column> columns, int column) {
        String name = columns.get(column).name();
        long before = columns.subList(0, column).stream()
                .filter(other -> other.name().equals(name))
                .count();
        return Harmless.line(before == 0 ? name : "%s (%d)".formatted(name, before + 1));
    }

    String name(int column) {
        return Harmless.line(columns.get(column).name());
    }
}
