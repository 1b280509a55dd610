package io.duckboard.ui.grid;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import io.duckboard.engine.protocol.Column;
import io.duckboard.format.Figures;
import io.duckboard.format.Harmless;
import io.duckboard.format.ValueText;
import org.jspecify.annotations.Nullable;

/** Shows a whole value, with room to read it. */
final class CellDialog extends Dialog {

    /** A browser would take seconds to lay out more. */
    private static final int MOST = 100_000;

    CellDialog(AnswerGrid grid, Column column, @Nullable Object value, int position, int columnPosition) {
        addClassName("cell-dialog");
        setHeaderTitle(Harmless.line(column.name()));
        setWidth("44rem");
        setMaxWidth("100%");
        setResizable(true);
        setDraggable(true);
        String whole = new WholeValue(column, value).text();
        var text = new Pre(Harmless.lines(whole.length() > MOST ? whole.substring(0, MOST) : whole));
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("aria-label", "Value");
        text.addClassName("cell-text");
        text.setClassName("null-text", value == null);
        var remark = new Paragraph(column.type() + " · row " + Figures.count(position + 1L) + " of the answer · "
                + Figures.count(ValueText.of(value).length(), "character")
                + (whole.length() > MOST ? ", of which the first " + Figures.count(MOST) + " are shown" : ""));
        remark.addClassName("remark");
        add(remark, text);
        var copy = new Button("Copy");
        copy.getElement()
                .executeJs(
                        "this.addEventListener('click', () => $0.copyCell($1, $2))",
                        grid.getElement(),
                        position,
                        columnPosition);
        getFooter().add(copy, new Button("Close", _ -> close()));
    }
}
