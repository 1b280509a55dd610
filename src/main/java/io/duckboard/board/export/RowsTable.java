package io.duckboard.board.export;

import io.duckboard.board.Show;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows as a table of HTML. */
final class RowsTable {

    private final AnswerTable table;
    private final List<Part> parts;

    /** A column of it. */
    private record Part(int position, String heading, Written written) {}

    private RowsTable(AnswerTable table, List<Part> parts) {
        this.table = table;
        this.parts = parts;
    }

    /** All columns, as the answer has them. */
    static RowsTable of(AnswerTable table) {
        return new RowsTable(
                table,
                IntStream.range(0, table.columns().size())
                        .mapToObj(position -> new Part(position, table.columns().get(position), Written.PLAIN))
                        .toList());
    }

    static RowsTable of(Show.Table show, AnswerTable table) {
        if (show.shown().isEmpty()) {
            return of(table);
        }
        return new RowsTable(
                table,
                show.shown().stream()
                        .flatMap(column -> table.position(column.column().name()).stream()
                                .mapToObj(position -> new Part(
                                        position,
                                        column.label().orElse(column.column().name()),
                                        new Written(column.format()))))
                        .toList());
    }

    /** @param most rows; it says how many there are more */
    Html html(int most) {
        var html = new Html().raw("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
        parts.forEach(part -> html.element("th", styled(part), part.heading()));
        html.raw("</tr></thead><tbody>");
        table.rows().stream().limit(most).forEach(row -> {
            html.raw("<tr>");
            parts.forEach(part -> html.element(
                    "td", styled(part), part.written().of(row.values().get(part.position()))));
            html.raw("</tr>");
        });
        html.raw("</tbody></table></div>");
        if (table.rows().size() > most) {
            html.element(
                    "p", "quiet", "The first " + most + " of " + table.rows().size() + " rows.");
        }
        return html;
    }

    private String styled(Part part) {
        return isNumber(part) ? "number" : isTime(part) ? "time" : "";
    }

    /** A day or time, which is not to be broken at its hyphens. */
    private boolean isTime(Part part) {
        return first(part).flatMap(value -> Written.moment(value.toString())).isPresent();
    }

    private boolean isNumber(Part part) {
        return first(part).filter(Number.class::isInstance).isPresent();
    }

    private Optional<Object> first(Part part) {
        return table.rows().stream()
                .flatMap(row -> Optional.ofNullable(row.values().get(part.position())).stream())
                .findFirst();
    }
}
