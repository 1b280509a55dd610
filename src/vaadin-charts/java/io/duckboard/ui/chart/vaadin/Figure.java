package io.duckboard.ui.chart.vaadin;

import com.vaadin.flow.component.charts.model.AxisType;
import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.Configuration;
import com.vaadin.flow.component.charts.model.DataLabels;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.PlotOptionsSeries;
import com.vaadin.flow.component.charts.model.Stacking;
import io.duckboard.ui.chart.Axis;
import io.duckboard.ui.chart.Category;
import io.duckboard.ui.chart.CategoryChart;
import io.duckboard.ui.chart.ChartKind;
import io.duckboard.ui.chart.ChartSpec;
import io.duckboard.ui.chart.Datum;
import io.duckboard.ui.chart.Histogram;
import io.duckboard.ui.chart.PointChart;
import io.duckboard.ui.chart.PointSeries;
import io.duckboard.ui.chart.Series;

/** Converts a spec into the configuration of Vaadin Charts. */
final class Figure {

    /** Height in pixels of a horizontal bar with its gap, and the minimum and maximum height of any chart. */
    private static final int PITCH = 34;

    private static final int SHORTEST = 280;
    private static final int TALLEST = 400;

    private Figure() {}

    static void begin(Configuration figure, ChartSpec spec) {
        figure.setTitle("");
        figure.getChart().setType(type(spec.kind()));
        figure.getChart().setStyledMode(true);
        figure.getChart().setHeight(height(spec) + "px");
        figure.getTooltip().setHeaderFormat("");
        figure.getTooltip().setPointFormat("<b>{point.name}</b><br/>{series.name}: {point.description}");
        // Above a threshold, Vaadin Charts would need points to be bare numbers.
        var options = new PlotOptionsSeries();
        options.setTurboThreshold(0);
        if (spec.kind() == ChartKind.STACKED) {
            options.setStacking(Stacking.NORMAL);
        }
        if (spec.kind() == ChartKind.HORIZONTAL_BARS) {
            var labels = new DataLabels(true);
            labels.setFormat("{point.description}");
            options.setDataLabels(labels);
        }
        figure.setPlotOptions(options);
        figure.getyAxis().setTitle("");
    }

    static void draw(Configuration figure, CategoryChart chart) {
        figure.getxAxis()
                .setCategories(chart.categories().stream()
                        .map(category -> Plain.text(category.label()))
                        .toArray(String[]::new));
        figure.getLegend().setEnabled(chart.series().size() > 1);
        for (Series each : chart.series()) {
            var series = new DataSeries(Plain.text(each.name()));
            for (int row = 0; row < chart.categories().size(); row++) {
                Category category = chart.categories().get(row);
                Datum datum = each.values().get(row);
                if (datum != null) {
                    var item = item(datum, each.unit());
                    item.setX(row);
                    item.setName(Plain.text(category.label()));
                    item.setId(category.id());
                    series.add(item);
                }
            }
            figure.addSeries(series);
        }
    }

    static void draw(Configuration figure, PointChart chart) {
        figure.getxAxis().setType(chart.x().scale() == Axis.Scale.TIMES ? AxisType.DATETIME : AxisType.LINEAR);
        figure.getxAxis().setTitle(Plain.text(chart.x().name()));
        figure.getLegend().setEnabled(chart.series().size() > 1);
        for (PointSeries each : chart.series()) {
            var series = new DataSeries(Plain.text(each.name()));
            for (PointSeries.Point point : each.points()) {
                var item = item(point.y(), each.unit());
                item.setX(point.x().value());
                item.setName(Plain.text(point.x().text()));
                series.add(item);
            }
            figure.addSeries(series);
        }
    }

    static void draw(Configuration figure, Histogram chart) {
        figure.getxAxis().setTitle(Plain.text(chart.name()));
        figure.getxAxis()
                .setCategories(
                        chart.bins().stream().map(bin -> bin.from().text()).toArray(String[]::new));
        figure.getLegend().setEnabled(false);
        var series = new DataSeries(Plain.text(chart.unit()));
        for (int bin = 0; bin < chart.bins().size(); bin++) {
            var each = chart.bins().get(bin);
            var item = item(Datum.of(each.count()), chart.unit());
            item.setX(bin);
            item.setName("from %s to below %s".formatted(each.from().text(), each.to().text()));
            series.add(item);
        }
        figure.addSeries(series);
    }

    private static DataSeriesItem item(Datum datum, String unit) {
        var item = new DataSeriesItem();
        item.setY(datum.value());
        item.setDescription(Plain.text((datum.text() + " " + unit).strip()));
        return item;
    }

    private static int height(ChartSpec spec) {
        return spec instanceof CategoryChart chart && chart.kind() == ChartKind.HORIZONTAL_BARS
                ? Math.max(SHORTEST, chart.categories().size() * Math.max(1, chart.series().size()) * PITCH + PITCH)
                : TALLEST;
    }

    private static ChartType type(ChartKind kind) {
        return switch (kind) {
            case HORIZONTAL_BARS -> ChartType.BAR;
            case COLUMNS, STACKED, HISTOGRAM -> ChartType.COLUMN;
            case LINE -> ChartType.LINE;
            case AREA -> ChartType.AREA;
            case SCATTER -> ChartType.SCATTER;
            case PIE -> ChartType.PIE;
            case MAP, HEAT_MAP -> throw new IllegalArgumentException("ECharts draws " + kind);
        };
    }
}
