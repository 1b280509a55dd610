package io.duckboard.bench;

import java.util.List;
import java.util.Locale;

/** Draws the findings as an SVG. It has a bar for each mode's mean, with its deviation, and states p50 and p95. */
public record Picture(Findings findings, String title) {

    private static final int WIDTH = 720;
    private static final int LEFT = 120;
    private static final int RIGHT = 210;
    private static final int TOP = 56;
    private static final int ROW = 52;
    private static final int BAR = 26;

    public String svg() {
        List<Measured> modes = findings.modes();
        int height = TOP + ROW * modes.size() + 16;
        double longest = modes.stream()
                .mapToDouble(mode -> mode.series().mean() + mode.series().deviation())
                .max()
                .orElse(1);
        double scale = (WIDTH - LEFT - RIGHT) / longest;
        var svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " font-family=\"system-ui, sans-serif\" font-size=\"14\">\n",
                WIDTH,
                height,
                WIDTH,
                height));
        svg.append("<title>").append(escaped(title)).append("</title>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        svg.append("<text x=\"16\" y=\"30\" font-size=\"16\" font-weight=\"600\">");
        svg.append(escaped(title)).append("</text>\n");
        for (int row = 0; row < modes.size(); row++) {
            svg.append(bar(modes.get(row), TOP + ROW * row, scale));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String bar(Measured mode, int top, double scale) {
        Series series = mode.series();
        double end = LEFT + series.mean() * scale;
        double less = Math.max(LEFT, end - series.deviation() * scale);
        double more = end + series.deviation() * scale;
        int middle = top + BAR / 2;
        String name = String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n",
                LEFT - 10,
                middle + 5,
                escaped(mode.mode()));
        String bar = String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"3\" fill=\"#2f6fde\"/>\n",
                LEFT,
                top,
                end - LEFT,
                BAR);
        String deviation = String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %d H%.1f M%.1f %d v10 M%.1f %d v10\" stroke=\"#1b1b1b\" stroke-width=\"1.5\"/>\n",
                less,
                middle,
                more,
                less,
                middle - 5,
                more,
                middle - 5);
        String figures = String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\">%s ± %s ms<tspan x=\"%.1f\" dy=\"15\" font-size=\"11\" fill=\"#555\">"
                        + "p50 %s, p95 %s</tspan></text>\n",
                more + 10,
                middle,
                Report.number(series.mean()),
                Report.number(series.deviation()),
                more + 10,
                Report.number(series.quantile(0.5)),
                Report.number(series.quantile(0.95)));
        return name + bar + deviation + figures;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
