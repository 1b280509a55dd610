package io.duckboard.board.export;

import io.duckboard.board.Show;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A picture of values over an axis. Its parts stretch with the page, and its texts do not: so it can be read on a phone
 * and on paper.
 */
final class PlotPicture {

    private static final int COLOURS = 8;
    private static final int MOST_LABELS = 12;
    private static final int MOST_LYING = 60;
    private static final String NOTHING = "–";

    private final Show.Plot plot;
    private final SeriesTable table;
    private final Written values;
    private final Written places;
    private final String description;
    private final Html html = new Html();

    PlotPicture(Show.Plot plot, AnswerTable answer, String description) {
        this.plot = plot;
        this.table = SeriesTable.of(plot, answer);
        this.values = new Written(plot.format());
        this.places = new Written(plot.xFormat());
        this.description = description;
    }

    Html html() {
        legend();
        switch (plot.style()) {
            case BAR, STACKED_BAR -> {
                if (plot.growth() == Show.Growth.RIGHT) {
                    lying();
                } else {
                    standing();
                }
            }
            case LINE, AREA, SCATTER -> lines();
        }
        return html;
    }

    private void legend() {
        if (!table.isOne()) {
            html.raw("<ul class=\"legend\">");
            for (int i = 0; i < table.series().size(); i++) {
                html.raw("<li><i class=\"b" + i % COLOURS + "\"></i>")
                        .text(table.series().get(i))
                        .raw("</li>");
            }
            html.raw("</ul>");
        }
    }

    private boolean isStacked() {
        return plot.style() == Show.Style.STACKED_BAR;
    }

    private Scale scale() {
        return Scale.fromZero(isStacked() ? DoubleStream.concat(table.sums(), table.all()) : table.all());
    }

    private void lying() {
        Scale scale = scale();
        int shown = Math.min(MOST_LYING, table.xs().size());
        html.raw("<div class=\"lying\">");
        for (int i = 0; i < shown; i++) {
            List<OptionalDouble> at = table.values().get(i);
            String text = text(at);
            String label = places.of(table.xs().get(i));
            html.titled("span", "label", label);
            html.picture("class=\"track\"", label + ": " + text);
            bars(at, scale, true, 0, 100);
            html.raw("</svg>").element("span", "value", text);
        }
        html.raw("</div>");
        more(shown);
    }

    private void more(int shown) {
        if (shown < table.xs().size()) {
            html.element(
                    "p", "quiet", "The first " + shown + " of " + table.xs().size() + ".");
        }
    }

    private String text(List<OptionalDouble> at) {
        return at.stream()
                .map(value -> value.isPresent() ? values.of(value.getAsDouble()) : NOTHING)
                .reduce((one, other) -> one + " · " + other)
                .orElse(NOTHING);
    }

    /** Bars of one place, in percent of the picture's width or height. */
    private void bars(List<OptionalDouble> at, Scale scale, boolean lies, double start, double room) {
        double zero = 100 * scale.share(0);
        double below = zero;
        for (int i = 0; i < at.size(); i++) {
            if (at.get(i).isEmpty()) {
                continue;
            }
            double length = 100 * scale.share(at.get(i).getAsDouble()) - zero;
            double from = isStacked() && length > 0 ? below : Math.min(zero, zero + length);
            below = isStacked() && length > 0 ? below + length : below;
            double size = isStacked() ? room : room / at.size();
            double across = start + (isStacked() ? 0 : i * size);
            String colour = "f" + i % COLOURS;
            html.raw(
                    lies
                            ? rect(from, across, Math.abs(length), size, colour)
                            : rect(across, 100 - from - Math.abs(length), size, Math.abs(length), colour));
        }
    }

    private static String rect(double x, double y, double width, double height, String colour) {
        return "<rect x=\"" + percent(x) + "\" y=\"" + percent(y) + "\" width=\"" + percent(width) + "\" height=\""
                + percent(height) + "\" class=\"" + colour + "\"/>";
    }

    private static String percent(double value) {
        return shortened(value) + "%";
    }

    private static String shortened(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }

    private void standing() {
        Scale scale = scale();
        int count = table.xs().size();
        frame(scale);
        html.picture("class=\"pane\"", description);
        grid(scale);
        double room = 100.0 / Math.max(1, count);
        for (int i = 0; i < count; i++) {
            html.raw("<g><title>")
                    .text(places.of(table.xs().get(i)) + ": "
                            + text(table.values().get(i)))
                    .raw("</title>");
            bars(table.values().get(i), scale, false, i * room + room * 0.1, room * 0.8);
            html.raw("</g>");
        }
        html.raw("</svg>");
        int each = (count + MOST_LABELS - 1) / MOST_LABELS;
        labels(
                IntStream.range(0, count)
                        .filter(i -> i % Math.max(1, each) == 0)
                        .mapToObj(i -> places.of(table.xs().get(i)))
                        .toList(),
                "places");
        html.raw("</div>");
    }

    private void frame(Scale scale) {
        html.raw("<div class=\"plot\"><div class=\"ys\">");
        scale.lines().forEach(line -> html.element("span", new Written(plot.format()).of(shortNumber(line))));
        html.raw("</div>");
    }

    /** Without what adding up steps leaves behind the point. */
    private static BigDecimal shortNumber(double value) {
        return new BigDecimal(value).round(new MathContext(10)).stripTrailingZeros();
    }

    private void grid(Scale scale) {
        for (double line : scale.lines()) {
            String y = percent(100 - 100 * scale.share(line));
            html.raw("<line x1=\"0\" x2=\"100%\" y1=\"" + y + "\" y2=\"" + y + "\" class=\"grid\"/>");
        }
    }

    private void labels(List<String> labels, String styled) {
        html.raw("<div class=\"xs " + styled + "\">");
        labels.forEach(label -> html.titled("span", "", label));
        html.raw("</div>");
    }

    private void lines() {
        Scale scale = plot.style() == Show.Style.AREA ? scale() : Scale.of(table.all());
        List<Double> along = along();
        frame(scale);
        html.picture("class=\"pane\"", description);
        grid(scale);
        html.raw("<svg viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\" width=\"100%\" height=\"100%\">");
        for (int i = 0; i < table.series().size(); i++) {
            line(i, along, scale);
        }
        html.raw("</svg></svg>");
        labels(ends(), "ends");
        html.raw("</div>");
    }

    private void line(int series, List<Double> along, Scale scale) {
        var points = new ArrayList<double[]>();
        var path = new StringBuilder();
        boolean isOpen = false;
        for (int i = 0; i < along.size(); i++) {
            OptionalDouble value = table.values().get(i).get(series);
            if (value.isEmpty()) {
                isOpen = false;
                continue;
            }
            double x = 1000 * along.get(i);
            double y = 1000 - 1000 * scale.share(value.getAsDouble());
            boolean isPoint = plot.style() == Show.Style.SCATTER || along.size() == 1;
            path.append(isOpen && !isPoint ? 'L' : 'M')
                    .append(shortened(x))
                    .append(' ')
                    .append(shortened(y));
            path.append(isPoint ? "h0" : "");
            points.add(new double[] {x, y});
            isOpen = true;
        }
        String colour = String.valueOf(series % COLOURS);
        if (plot.style() == Show.Style.AREA && points.size() > 1) {
            String zero = shortened(1000 - 1000 * scale.share(0));
            var area = new StringBuilder("M" + shortened(points.getFirst()[0]) + ' ' + zero);
            points.forEach(point ->
                    area.append('L').append(shortened(point[0])).append(' ').append(shortened(point[1])));
            area.append('L')
                    .append(shortened(points.getLast()[0]))
                    .append(' ')
                    .append(zero)
                    .append('Z');
            html.raw("<path class=\"f" + colour + " shade\" d=\"" + area + "\"/>");
        }
        String styled = plot.style() == Show.Style.SCATTER ? "dots" : "line";
        html.raw("<path class=\"k" + colour + " " + styled + "\" d=\"" + path + "\"/>");
    }

    /** Where each place is along the axis, from 0 to 1: numbers and times by their distance, all else one by one. */
    private List<Double> along() {
        List<Optional<Double>> read =
                table.xs().stream().map(PlotPicture::onALine).toList();
        if (read.stream().allMatch(Optional::isPresent) && !read.isEmpty()) {
            List<Double> places = read.stream().flatMap(Optional::stream).toList();
            double least =
                    places.stream().mapToDouble(Double::doubleValue).min().orElse(0);
            double span = places.stream().mapToDouble(Double::doubleValue).max().orElse(0) - least;
            return places.stream()
                    .map(place -> span > 0 ? (place - least) / span : 0.5)
                    .toList();
        }
        int last = Math.max(1, table.xs().size() - 1);
        return IntStream.range(0, table.xs().size())
                .mapToObj(i -> (double) i / last)
                .toList();
    }

    private static Optional<Double> onALine(String text) {
        return Written.number(text)
                .map(Number::doubleValue)
                .or(() -> Written.moment(text)
                        .filter(LocalDateTime.class::isInstance)
                        .map(moment -> (double) ((LocalDateTime) moment).toEpochSecond(ZoneOffset.UTC)));
    }

    private List<String> ends() {
        List<Double> along = along();
        if (along.isEmpty()) {
            return List.of();
        }
        int first = IntStream.range(0, along.size())
                .boxed()
                .min(Comparator.comparing(along::get))
                .orElse(0);
        int last = IntStream.range(0, along.size())
                .boxed()
                .max(Comparator.comparing(along::get))
                .orElse(0);
        int middle = IntStream.range(0, along.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> Math.abs(along.get(i) - 0.5)))
                .orElse(0);
        return IntStream.of(first, middle, last)
                .distinct()
                .mapToObj(i -> places.of(table.xs().get(i)))
                .toList();
    }
}
