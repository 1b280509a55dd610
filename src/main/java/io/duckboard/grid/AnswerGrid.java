package io.duckboard.grid;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.sql.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of an answer under the names and types of its columns. */
public final class AnswerGrid extends Composite<Grid<List<@Nullable Object>>> {

    /** More rows than this scroll inside the grid. */
    private static final int ROWS_AT_ONCE = 20;

    /** Of a column, in characters. */
    private static final int NARROWEST = 6;

    private static final int WIDEST = 40;

    private final Grid<List<@Nullable Object>> grid = new Grid<>();

    /** @param label what the rows are, for screen readers */
    public AnswerGrid(String label) {
        grid.addClassName("answer-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", label);
        grid.setAllRowsVisible(true);
    }

    @Override
    protected Grid<List<@Nullable Object>> initContent() {
        return grid;
    }

    public void show(Answer.Rows answer) {
        grid.removeAllColumns();
        List<Column> columns = answer.metadata().columns();
        for (int position = 0; position < columns.size(); position++) {
            add(columns.get(position), position, answer.rows());
        }
        grid.setAllRowsVisible(answer.rows().size() <= ROWS_AT_ONCE);
        grid.setItems(answer.rows());
    }

    private void add(Column column, int position, List<List<@Nullable Object>> rows) {
        Grid.Column<List<@Nullable Object>> added = grid.addColumn(row -> CellText.of(row.get(position)))
                .setHeader(header(column))
                .setPartNameGenerator(row -> row.get(position) == null ? "null-cell" : null)
                .setWidth(width(column, position, rows))
                .setFlexGrow(1)
                .setResizable(true);
        if (new SqlType(column.type()).isNumber()) {
            added.setTextAlign(ColumnTextAlign.END);
        }
    }

    /** As the widest of its texts, within bounds, so that nothing moves once it is drawn. */
    private static String width(Column column, int position, List<List<@Nullable Object>> rows) {
        int characters = Math.max(column.name().length(), column.type().length());
        for (List<@Nullable Object> row : rows) {
            characters = Math.max(characters, CellText.of(row.get(position)).length());
        }
        return (Math.clamp(characters, NARROWEST, WIDEST) * 0.55 + 2) + "rem";
    }

    private static Div header(Column column) {
        var type = new Span(column.type());
        type.addClassName("column-type");
        type.setTitle(column.type());
        var header = new Div(new Span(column.name()), type);
        header.addClassName("column-header");
        return header;
    }
}
