package io.duckboard.dashboard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.duckboard.ui.chart.Chart;
import io.duckboard.ui.chart.ChartKind;
import io.duckboard.ui.chart.ChartSpec;

/** A chart with its title, a remark, and a button that saves its picture once it is drawn. */
final class ChartCard extends Section {

    /** Charts of the page mark the same location together. */
    private static final String GROUP = "pickup-locations";

    private final Paragraph remark = new Paragraph();
    private final Chart chart = new Chart();
    private final Div pictures = new Div(save("PNG", chart::downloadPng), save("SVG", chart::downloadSvg));

    ChartCard(String title) {
        addClassNames("card", "chart-card");
        chart.setGroup(GROUP);
        pictures.addClassName("chart-pictures");
        pictures.setEnabled(false);
        var header = new Div(new H2(title), remark, pictures);
        header.addClassName("card-header");
        add(header, chart);
    }

    /** Prepares the card for the chart that is coming. */
    void prepare(ChartKind kind) {
        chart.prepare(kind);
    }

    void show(ChartSpec spec, String words) {
        chart.show(spec);
        remark.setText(words);
        pictures.setEnabled(true);
    }

    /** Says why nothing is drawn. A chart that is already drawn stays. */
    void lack(String reason) {
        remark.setText(reason);
    }

    private static Button save(String format, Runnable action) {
        var button = new Button(format, _ -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel("Download the picture as " + format);
        button.setTooltipText("Download the picture as " + format);
        return button;
    }
}
