package io.duckboard.ui.chart;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** Draws instead of ECharts, if a build has added one and put it into Vaadin's context. */
public interface Artist {

    /** Returns nothing for a spec that it cannot draw, which ECharts draws then. */
    Optional<Component> draw(ChartSpec spec);
}
