package io.duckboard.ui.chart.vaadin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.dependency.StyleSheet;

/** Vaadin's chart in the app's colours. It reports and marks categories in the same way as the app's own chart. */
@StyleSheet("vaadin-charts.css")
final class VaadinChart extends Chart {

    private static final long serialVersionUID = 1L;

    private static final String CATEGORIES = """
            const tell = (name, category) => this.dispatchEvent(
                new CustomEvent(name, { detail: { category }, bubbles: true, composed: true }));
            const idOf = (event) => event.detail.originalEvent?.target?.id ?? event.detail.point?.id ?? '';
            this.addEventListener('point-mouse-over', (event) => tell('category-hover', idOf(event)));
            this.addEventListener('point-mouse-out', () => tell('category-hover', ''));
            this.addEventListener('point-click', (event) => tell('category-click', idOf(event)));
            this.addEventListener('mark', ({ detail }) => this.configuration?.series.forEach((series) =>
                series.points.forEach((point) => point.setState(point.id === detail ? 'hover' : ''))));
            """;

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(CATEGORIES);
    }
}
