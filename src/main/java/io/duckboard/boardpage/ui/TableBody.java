package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.board.ColumnName;
import io.duckboard.board.Show;
import io.duckboard.board.Tile;
import io.duckboard.boardpage.TileRows;
import io.duckboard.boardpage.Writing;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.sql.SqlType;
import io.duckboard.format.Figures;
import io.duckboard.format.Harmless;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows as a table, which scrolls by itself if it is long. */
final class TableBody implements TileBody {

    /** A browser lays these out without delay. The tile's menu has a grid for all of them. */
    private static final int MOST_ROWS = 300;

    private final Show.Table shown;
    private final Optional<Consumer<TileRows.Row>> clicked;
    private final NativeTable table = new NativeTable();
    private final Paragraph remark = new Paragraph();
    private final Div frame = new Div(table, remark);

    TableBody(Tile.Query tile, Show.Table shown, Consumer<TileRows.Row> clicked) {
        this.shown = shown;
        this.clicked = Optional.of(clicked).filter(_ -> tile.onClick().isPresent());
        frame.addClassName("tile-table");
        table.getElement().setAttribute("aria-label", ChartWords.title(tile));
        remark.addClassName("remark");
        // What scrolls has to be within reach of the keyboard.
        frame.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", ChartWords.title(tile));
    }

    /** A column as the table shows it. */
    private record Shown(int position, String label, Writing writing, boolean isNumber) {}

    @Override
    public Component component() {
        return frame;
    }

    @Override
    public Optional<String> show(TileRows rows) {
        List<Shown> columns = columns(rows);
        table.getHead().removeAll();
        table.getBody().removeAll();
        NativeTableRow header = table.getHead().addRow();
        for (Shown column : columns) {
            NativeTableHeaderCell cell = header.addHeaderCell();
            cell.setText(column.label());
            cell.getElement().setAttribute("scope", "col");
            align(cell, column);
        }
        rows.rows().stream().limit(MOST_ROWS).forEach(row -> table.getBody().add(line(row, columns)));
        remark.setText(
                rows.rows().size() > MOST_ROWS
                        ? "The first " + Figures.count(MOST_ROWS) + " of "
                                + Figures.count(rows.rows().size(), "row") + "."
                        : "");
        return Optional.empty();
    }

    private NativeTableRow line(TileRows.Row row, List<Shown> columns) {
        var line = new NativeTableRow();
        for (Shown column : columns) {
            var cell = line.addDataCell();
            @Nullable Object value = row.values().get(column.position());
            cell.setText(column.writing().text(value));
            align(cell, column);
        }
        clicked.ifPresent(listener -> {
            line.addClassName("clickable");
            line.getElement().setAttribute("tabindex", "0");
            line.getElement().addEventListener("click", _ -> listener.accept(row));
            line.getElement()
                    .addEventListener("keydown", _ -> listener.accept(row))
                    .setFilter("event.key === 'Enter'");
        });
        return line;
    }

    private static void align(Component cell, Shown column) {
        cell.getElement().getClassList().set("of-number", column.isNumber());
    }

    private List<Shown> columns(TileRows rows) {
        if (shown.shown().isEmpty()) {
            List<Column> all = rows.columns();
            return IntStream.range(0, all.size())
                    .mapToObj(position -> new Shown(
                            position,
                            Harmless.line(all.get(position).name()),
                            Writing.PLAIN,
                            isNumber(all.get(position))))
                    .toList();
        }
        return shown.shown().stream().map(each -> shown(rows, each)).toList();
    }

    private static Shown shown(TileRows rows, Show.TableColumn each) {
        ColumnName name = each.column();
        return new Shown(
                rows.position(name).orElseThrow(),
                each.label().orElse(name.name()),
                new Writing(each.format()),
                isNumber(rows.column(name)));
    }

    private static boolean isNumber(Column column) {
        return new SqlType(column.type()).isNumber();
    }
}
