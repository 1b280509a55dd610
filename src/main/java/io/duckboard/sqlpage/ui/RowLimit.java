package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.select.Select;
import io.duckboard.format.Figures;
import java.util.List;

/** Selects the maximum number of rows that an answer on the page has. */
final class RowLimit extends Select<Integer> {

    static final int FIRST = 1_000;

    private static final List<Integer> CHOICES = List.of(100, 1_000, 10_000);

    RowLimit() {
        addClassName("row-limit");
        setAriaLabel("Rows at most");
        setItems(CHOICES);
        setItemLabelGenerator(rows -> Figures.count(rows, "row"));
        setValue(FIRST);
    }

    /** @param rows a number that is not among the choices selects none */
    void show(int rows) {
        setValue(CHOICES.contains(rows) ? rows : FIRST);
    }
}
