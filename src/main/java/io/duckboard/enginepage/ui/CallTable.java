package io.duckboard.enginepage.ui;

import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.duckboard.calls.CallCounts;
import io.duckboard.client.FinishedCall.End;
import io.duckboard.format.Figures;

/** The figures of the chart, for those who would rather read them. */
final class CallTable extends NativeDetails {

    private final NativeTable table = new NativeTable();

    CallTable() {
        super("As a table");
        addClassName("call-table");
        table.getElement().setAttribute("aria-label", "Calls of the engine");
        NativeTableRow header = table.getHead().addRow();
        header(header, "From (UTC)");
        for (End end : End.values()) {
            header(header, CallChart.name(end));
        }
        setContent(table);
    }

    private static void header(NativeTableRow row, String name) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(name);
        cell.getElement().setAttribute("scope", "col");
    }

    void show(CallCounts counts) {
        table.getBody().removeAll();
        for (CallCounts.Step step : counts.steps()) {
            NativeTableRow row = table.getBody().addRow();
            row.addDataCell().setText(CallChart.time(step.begin()));
            for (End end : End.values()) {
                row.addDataCell().setText(Figures.count(step.count(end)));
            }
        }
    }
}
