package io.duckboard.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** Draws a {@link ChartSpec}; until it has one, the outline of bars to come. */
@Tag("duckboard-chart")
@JsModule("./duckboard-chart.ts")
@NpmPackage(value = "echarts", version = "6.1.0")
public final class Chart extends Component implements HasSize {

    public void show(ChartSpec spec) {
        getElement().setPropertyBean("spec", spec);
    }
}
