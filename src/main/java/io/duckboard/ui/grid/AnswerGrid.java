package io.duckboard.ui.grid;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.format.Figures;
import io.duckboard.format.ValueText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Shows the rows of an answer under the names and types of its columns. The rows stay on the server, and the browser
 * gets only those that it shows. The browser draws them with vaadin-grid directly, since Flow's Grid needs a component
 * for each column, and an answer can have 500.
 */
@Tag("duckboard-answer-grid")
@JsModule("./answer-grid/duckboard-answer-grid.ts")
@StyleSheet("grid.css")
@Uses(Grid.class)
public final class AnswerGrid extends Component implements HasSize, HasStyle {

    /** These are sent with the columns, so that the first rows need no request. */
    private static final int FIRST_ROWS = 50;

    /** Sending more at once would block the page. */
    private static final int MOST_ROWS = 500;

    private static final Duration SHOWN = Duration.ofSeconds(3);

    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<ShownRows> shown = Optional.empty();
    private int selected;

    /** @param label what the rows are, for screen readers */
    public AnswerGrid(String label) {
        addClassName("answer-grid");
        getElement().setProperty("label", label);
        new CopyMenu(this).onCellsOf(this);
    }

    /** Replaces the shown answer by all rows of another one, from the first row on and in their own order. */
    public void show(Answer.Rows answer) {
        shown = Optional.of(ShownRows.of(answer));
        selected = 0;
        if (isAttached()) {
            send();
        }
        tell();
    }

    public void clear() {
        shown = Optional.empty();
        selected = 0;
        getElement().callJsFunction("clear");
        tell();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (shown.isPresent()) {
            send();
        }
    }

    /** Adds a listener for changes of the shown or selected rows. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Returns nothing until there is an answer. */
    Optional<ShownRows> shown() {
        return shown;
    }

    int selected() {
        return selected;
    }

    /** Shows only rows that contain a text in any column. */
    void filter(String anywhere) {
        shown.ifPresent(rows -> filter(rows, rows.filter().anywhere(anywhere)));
    }

    /** @param isOffered whether each column's header has a field to filter by */
    void offerColumnFilters(boolean isOffered) {
        getElement().setProperty("filtering", isOffered);
        if (!isOffered) {
            shown.ifPresent(
                    rows -> filter(rows, RowFilter.NONE.anywhere(rows.filter().anywhere())));
        }
    }

    @ClientCallable
    void filterColumn(int column, String wanted) {
        shown.filter(rows -> column >= 0 && column < rows.columns().size())
                .ifPresent(rows -> filter(rows, rows.filter().with(new ColumnFilter(column, wanted))));
    }

    /**
     * Returns rows in the form of {@link #block}.
     *
     * @param column to sort by; -1 for none
     */
    @ClientCallable
    ArrayNode rows(int from, int count, int column, boolean descending) {
        Optional<Sort> sort = Optional.of(column)
                .filter(position -> position >= 0
                        && position < shown.map(rows -> rows.columns().size()).orElse(0))
                .map(position -> new Sort(position, descending ? Sort.Direction.DESCENDING : Sort.Direction.ASCENDING));
        shown = shown.map(rows -> rows.sorted(sort));
        return block(from, Math.min(count, MOST_ROWS));
    }

    /** @return positions in the answer of a range of the rows that are shown */
    @ClientCallable
    ArrayNode positions(int from, int to) {
        ArrayNode positions = JsonNodeFactory.instance.arrayNode();
        shown.ifPresent(rows -> {
            for (int position : rows.positions(from, to)) {
                positions.add(position);
            }
        });
        return positions;
    }

    @ClientCallable
    void select(int count) {
        selected = count;
        tell();
    }

    /** @return the whole value as text; the empty text if there is no such cell */
    @ClientCallable
    String text(int position, int column) {
        return isCell(position, column)
                ? ValueText.of(shown.orElseThrow().row(position).get(column))
                : "";
    }

    /** Shows a whole value in a dialog. */
    @ClientCallable
    void open(int position, int column) {
        if (isCell(position, column)) {
            ShownRows rows = shown.orElseThrow();
            new CellDialog(this, rows.columns().get(column), rows.row(position).get(column), position, column).open();
        }
    }

    /**
     * @param format a {@link CopyFormat}
     * @param positions of rows in the answer; none for all that are shown
     */
    @ClientCallable
    String copy(String format, ArrayNode positions) {
        Set<Integer> chosen = StreamSupport.stream(positions.spliterator(), false)
                .map(JsonNode::asInt)
                .collect(Collectors.toSet());
        return shown.map(rows -> rows.chosen(position -> chosen.isEmpty() || chosen.contains(position)))
                .map(CopyFormat.valueOf(format)::text)
                .orElse("");
    }

    /** @param format a {@link CopyFormat}, or the empty text for a cell */
    @ClientCallable
    void copied(String format, int count) {
        int rows = count == 0 ? shown.map(ShownRows::size).orElse(0) : count;
        say(
                format.isEmpty()
                        ? "Value copied."
                        : Figures.count(rows, "row") + " copied as "
                                + CopyFormat.valueOf(format).shortName() + ".");
    }

    @ClientCallable
    void notCopied() {
        say("The browser did not let Duckboard copy. Allow this page to use the clipboard, and try again.");
    }

    private static void say(String what) {
        Notification.show(what, Math.toIntExact(SHOWN.toMillis()), Notification.Position.BOTTOM_START);
    }

    private void filter(ShownRows rows, RowFilter filter) {
        if (!filter.equals(rows.filter())) {
            shown = Optional.of(rows.filtered(filter));
            selected = 0;
            getElement().callJsFunction("update", size(), block(0, FIRST_ROWS));
            tell();
        }
    }

    private void send() {
        getElement().callJsFunction("show", GridColumn.of(shown.orElseThrow()), size(), block(0, FIRST_ROWS));
    }

    private int size() {
        return shown.map(ShownRows::size).orElse(0);
    }

    private boolean isCell(int position, int column) {
        return shown.filter(rows -> position >= 0
                        && position < rows.total()
                        && column >= 0
                        && column < rows.columns().size())
                .isPresent();
    }

    /** @return one array for each row: its position in the answer, then its cells, see {@link Cell#json} */
    private ArrayNode block(int from, int count) {
        ArrayNode block = JsonNodeFactory.instance.arrayNode();
        shown.ifPresent(rows -> {
            for (int position : rows.positions(from, from + count)) {
                ArrayNode row = block.addArray().add(position);
                for (@Nullable Object value : rows.row(position)) {
                    row.add(Cell.of(value).json());
                }
            }
        });
        return block;
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
