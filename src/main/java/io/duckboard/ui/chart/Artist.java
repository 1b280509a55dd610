package io.duckboard.ui.chart;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** Draws instead of ECharts, where a build has brought one and put it into Vaadin's context. */
public interface Artist {

    /** Nothing for what it cannot draw, which is left to ECharts. */
    Optional<Component> draw(ChartSpec spec);
}
