package io.duckboard.ui.chart.vaadin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.duckboard.ui.chart.Artist;
import io.duckboard.ui.chart.CategoryChart;
import io.duckboard.ui.chart.ChartKind;
import io.duckboard.ui.chart.ChartSpec;
import io.duckboard.ui.chart.Histogram;
import io.duckboard.ui.chart.PointChart;
import java.util.Optional;

/**
 * Draws all kinds except the map, which Vaadin Charts does not have. Because this is a listener, the front-end build
 * also finds here what it needs, although no page names this class.
 */
@org.springframework.stereotype.Component
public final class VaadinCharts implements Artist, VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().getContext().setAttribute(Artist.class, this);
    }

    @Override
    public Optional<Component> draw(ChartSpec spec) {
        if (spec.kind() == ChartKind.MAP || spec.kind() == ChartKind.HEAT_MAP) {
            return Optional.empty();
        }
        var drawn = new VaadinChart();
        var configuration = drawn.getConfiguration();
        Figure.begin(configuration, spec);
        switch (spec) {
            case CategoryChart chart -> Figure.draw(configuration, chart);
            case PointChart chart -> Figure.draw(configuration, chart);
            case Histogram chart -> Figure.draw(configuration, chart);
        }
        return Optional.of(drawn);
    }
}
