package io.duckboard.ui.chart;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.internal.BundleUtils;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** One chart of each kind, with names that would cause trouble as HTML. */
@Route(value = "chart-gallery", autoLayout = false)
@PageTitle("Charts")
public final class ChartGallery extends Main {

    static final String TROUBLE = "<img src=x onerror=document.title='hacked'>";

    static final int CHARTS = 13;

    private static final long serialVersionUID = 1L;

    ChartGallery() {
        addClassName("page");
        borrowScriptsOf("io.duckboard.dashboard.ui.DashboardView");
        add(new H1("Charts"));
        add(place("bars", bars(ChartKind.HORIZONTAL_BARS, 1)), place("map", map()));
        add(place("columns", bars(ChartKind.COLUMNS, 2)), place("stacked", bars(ChartKind.STACKED, 3)));
        add(place("line", times(ChartKind.LINE)), place("area", times(ChartKind.AREA)));
        add(place("words", bars(ChartKind.LINE, 2)), place("bars-of-two", bars(ChartKind.HORIZONTAL_BARS, 2)));
        add(place("scatter", scatter()), place("pie", bars(ChartKind.PIE, 1)), place("histogram", histogram()));
        add(place("many", many()), place("exact", exact()));
    }

    /** Scripts are bundled by page, and the build knows no page of the tests. */
    private static void borrowScriptsOf(String page) {
        UI.getCurrent()
                .getPage()
                .addDynamicImport(
                        "return window.Vaadin.Flow.loadOnDemand('%s');".formatted(BundleUtils.getChunkId(page)));
    }

    private static Section place(String id, ChartSpec spec) {
        var chart = new Chart();
        chart.setId(id);
        chart.show(spec);
        var clicked = new Span();
        chart.onClick(click -> clicked.setText("clicked " + click.categoryId()));
        if (id.equals("bars") || id.equals("map")) {
            chart.setGroup("zones");
        }
        var header = new Div(new H2(id), clicked);
        header.addClassName("card-header");
        var section = new Section(
                header,
                chart,
                new Button("PNG of " + id, _ -> chart.downloadPng()),
                new Button("SVG of " + id, _ -> chart.downloadSvg()),
                new Button("Mark in " + id, _ -> chart.mark("237")));
        section.addClassName("card");
        return section;
    }

    private static ChartSpec bars(ChartKind kind, int count) {
        List<Category> categories = List.of(
                new Category("237", "Upper East Side South", "Location ID 237, Manhattan"),
                new Category("161", "Midtown Center", "Location ID 161, Manhattan"),
                new Category("132", "JFK Airport", "Location ID 132, Queens"),
                new Category("4", TROUBLE, TROUBLE),
                new Category("138", "LaGuardia Airport", ""));
        List<Series> series = IntStream.range(0, count)
                .mapToObj(each -> Series.of(
                        each == 1 ? TROUBLE : "Trips " + each,
                        "trips",
                        List.of(432 - each * 40, 9_007_199_254_740_993L >> (40 + each), 284, 300 - each * 20, 97)))
                .toList();
        return new CategoryChart(
                kind,
                kind.label() + " of trips " + TROUBLE,
                "Trips of five zones.",
                categories,
                series,
                List.of(TROUBLE));
    }

    private static ChartSpec exact() {
        return new CategoryChart(
                ChartKind.HORIZONTAL_BARS,
                "Big numbers",
                "Two big numbers.",
                List.of(new Category("a", "2^53 + 1", ""), new Category("b", "Less", "")),
                List.of(Series.of("Number", "", List.of(9_007_199_254_740_993L, -4_007_199_254_740_993L))));
    }

    private static ChartSpec map() {
        var random = new Random(4);
        List<Integer> zones = IntStream.rangeClosed(1, 265)
                .filter(zone -> zone % 9 != 0)
                .boxed()
                .toList();
        return new CategoryChart(
                ChartKind.MAP,
                "Trips by zone",
                "Map of trips by zone.",
                zones.stream()
                        .map(zone -> new Category("" + zone, "Zone " + zone, ""))
                        .toList(),
                List.of(Series.of(
                        "Trips",
                        "trips",
                        zones.stream()
                                .map(_ -> (long) Math.exp(random.nextDouble() * 9))
                                .toList())));
    }

    private static ChartSpec times(ChartKind kind) {
        var random = new Random(3);
        List<PointSeries> series = IntStream.range(0, 3)
                .mapToObj(each -> new PointSeries(
                        each == 1 ? TROUBLE : "Vendor " + each,
                        "trips",
                        IntStream.range(0, 30 + each * 300)
                                .mapToObj(step -> new PointSeries.Point(
                                        each == 0
                                                ? Datum.of(
                                                        LocalDate.of(2019, 4, 1).plusDays(step))
                                                : Datum.of(LocalDateTime.of(2019, 4, 1, 0, 0)
                                                        .plusHours(step)),
                                        Datum.of(300 + 100 * each + random.nextInt(150))))
                                .toList()))
                .toList();
        return new PointChart(
                kind,
                kind.label() + " of trips",
                "Trips by day.",
                new Axis(Axis.Scale.TIMES, "pickup_at"),
                series,
                List.of());
    }

    private static ChartSpec scatter() {
        var random = new Random(7);
        return new PointChart(
                ChartKind.SCATTER,
                "Fare by distance",
                "Fares by distance.",
                new Axis(Axis.Scale.NUMBERS, "trip_distance"),
                IntStream.range(0, 2)
                        .mapToObj(each -> new PointSeries(
                                each == 1 ? TROUBLE : "cash",
                                "dollars",
                                IntStream.range(0, 150)
                                        .mapToObj(_ -> random.nextDouble() * 20)
                                        .map(miles -> new PointSeries.Point(
                                                Datum.of(miles),
                                                Datum.of(3 + miles * (2 + each) + random.nextGaussian() * 3)))
                                        .toList()))
                        .toList(),
                List.of());
    }

    private static ChartSpec histogram() {
        return new Histogram(
                "Histogram of fare_amount",
                "How often fares occur.",
                "fare_amount",
                "rows",
                IntStream.range(0, 18)
                        .mapToObj(bin -> new Bin(
                                Datum.of(bin * 5),
                                Datum.of(bin * 5 + 5),
                                Math.round(900 * Math.exp(-(bin - 2) * (bin - 2) / 9.0))))
                        .toList(),
                List.of("Left out: 2 NULL values."));
    }

    private static ChartSpec many() {
        return new CategoryChart(
                ChartKind.COLUMNS,
                "Many columns",
                "A hundred columns.",
                IntStream.range(0, 100)
                        .mapToObj(each -> new Category("" + each, "Category number " + each, ""))
                        .toList(),
                List.of(Series.of(
                        "Rows",
                        "rows",
                        IntStream.range(0, 100)
                                .map(each -> (each * 37) % 101 - 20)
                                .boxed()
                                .toList())));
    }
}
