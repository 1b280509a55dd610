package io.duckboard.engine.bench.growth;

import io.duckboard.engine.bench.Report;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The growth as an SVG: time on the left and memory on the right, both axes logarithmic, so that what is proportional is a
 * straight line of slope 1. It has a paper of its own for light and for dark.
 *
 * @param rows of one month
 */
record GrowthPicture(List<Growth> grown, long rows) {

    private static final String HEAD = """
        <svg xmlns="http://www.w3.org/2000/svg" width="880" height="420" viewBox="0 0 880 420" role="img" \
        font-family="system-ui, sans-serif" font-size="13">
        <title>TITLE</title>
        <style>
        svg { --paper: #ffffff; --ink: #1b1b1b; --faint: #5f6368; --grid: #e3e5e8; --ours: #1f5fd0; --bare: #b4530a; }
        @media (prefers-color-scheme: dark) {
        svg { --paper: #14171c; --ink: #eceff3; --faint: #a4abb5; --grid: #2c323a; --ours: #7fb0ff; --bare: #f2a65a; }
        }
        text { fill: var(--ink); }
        .faint { fill: var(--faint); }
        .grid { stroke: var(--grid); }
        .line { fill: none; stroke-width: 2; }
        .s3 { stroke-dasharray: 6 4; }
        .ours { stroke: var(--ours); }
        .bare { stroke: var(--bare); }
        text.ours { fill: var(--ours); stroke: none; }
        text.bare { fill: var(--bare); stroke: none; }
        circle { fill: var(--paper); stroke-width: 2; }
        </style>
        <rect width="100%" height="100%" fill="var(--paper)"/>
        <text x="20" y="30" font-size="16" font-weight="600">TITLE</text>
        <text x="20" y="51" class="faint">SUBTITLE</text>
        """;

    String svg() {
        var svg = new StringBuilder(HEAD.replace(
                        "SUBTITLE",
                        String.format(
                                Locale.ROOT,
                                "%,d trips a month. Folder: asked before. S3: first touch, 15 ms a request, 90 MB/s a"
                                        + " connection.",
                                rows))
                .replace("TITLE", "Average fare by zone, from one month of trips to a hundred"));
        svg.append(legend());
        svg.append(panel(70, "seconds", size -> size.times().median() / 1000));
        svg.append(panel(500, "peak memory of the process, MB", Growth.Size::peakMegabytes));
        return svg.append("</svg>\n").toString();
    }

    private String legend() {
        var legend = new StringBuilder();
        for (int number = 0; number < grown.size(); number++) {
            int x = 20 + 200 * number;
            legend.append("<path d=\"M%d 76h34\" class=\"%s\"/>\n".formatted(x, style(grown.get(number))));
            legend.append("<text x=\"%d\" y=\"80\">%s</text>\n"
                    .formatted(x + 42, grown.get(number).title()));
        }
        return legend.toString();
    }

    private String panel(int left, String title, ToDoubleFunction<Growth.Size> value) {
        double[] values = grown.stream()
                .flatMap(growth -> growth.sizes().stream())
                .mapToDouble(value)
                .sorted()
                .toArray();
        int least = (int) Math.floor(Math.log10(values[0]));
        int most = (int) Math.ceil(Math.log10(values[values.length - 1]));
        var scale = new Scale(left, least, most);
        var panel = new StringBuilder();
        panel.append("<text x=\"%d\" y=\"118\" font-weight=\"600\">%s</text>\n".formatted(left, title));
        for (int power = least; power <= most; power++) {
            double y = scale.y(Math.pow(10, power));
            panel.append(
                    String.format(Locale.ROOT, "<path d=\"M%d %.1fh%d\" class=\"grid\"/>\n", left, y, Scale.WIDTH));
            panel.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" class=\"faint\">%s</text>\n",
                    left - 8,
                    y + 4,
                    power < 0 ? Double.toString(Math.pow(10, power)) : "%,.0f".formatted(Math.pow(10, power))));
        }
        for (Growth.Size size : grown.getFirst().sizes()) {
            panel.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" class=\"faint\">%d %s</text>\n",
                    scale.x(size.months()),
                    Scale.BOTTOM + 22,
                    size.months(),
                    size.months() == 1 ? "month" : "months"));
        }
        double[] labels = scale.apart(grown.stream()
                .mapToDouble(
                        growth -> scale.y(value.applyAsDouble(growth.sizes().getLast())))
                .toArray());
        for (int number = 0; number < grown.size(); number++) {
            Growth growth = grown.get(number);
            panel.append(line(growth, scale, value));
            double last = value.applyAsDouble(growth.sizes().getLast());
            panel.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">%s</text>\n",
                    scale.x(growth.sizes().getLast().months()) + 10,
                    labels[number] + 4,
                    colour(growth),
                    Report.number(last)));
        }
        return panel.toString();
    }

    private static String line(Growth growth, Scale scale, ToDoubleFunction<Growth.Size> value) {
        var path = new StringBuilder();
        var points = new StringBuilder();
        for (Growth.Size size : growth.sizes()) {
            double x = scale.x(size.months());
            double y = scale.y(value.applyAsDouble(size));
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
            points.append(String.format(
                    Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" class=\"%s\"/>\n", x, y, colour(growth)));
        }
        return "<path d=\"" + path + "\" class=\"" + style(growth) + "\"/>\n" + points;
    }

    private static String style(Growth growth) {
        return "line " + colour(growth) + (growth.place() == Place.S3 ? " s3" : "");
    }

    private static String colour(Growth growth) {
        return growth.who() == Who.ENGINE ? "ours" : "bare";
    }
}
