package io.duckboard.load;

import io.duckboard.engine.bench.Report;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws the load as an SVG: above, the times that people waited, below, what the app's process held in memory. The part of
 * the time in which somebody asked hostile queries is grey.
 *
 * @param minutes how long it took
 * @param hostileFrom when the hostile queries began, in minutes
 */
record LoadPicture(String title, double minutes, double hostileFrom, List<Line> waits, List<Line> memory) {

    /**
     * @param points in order of time
     * @param colour as CSS writes it
     */
    record Line(String name, String colour, List<Point> points) {}

    record Point(double minutes, double value) {}

    private static final int WIDTH = 760;
    private static final int LEFT = 64;
    private static final int RIGHT = 110;
    private static final int HEIGHT = 150;
    private static final int FIRST = 70;
    private static final int SECOND = FIRST + HEIGHT + 60;

    String svg() {
        String grey = hostileFrom < minutes
                ? String.format(
                                Locale.ROOT,
                                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#f0f0f0\"/>",
                                x(hostileFrom),
                                FIRST,
                                x(minutes) - x(hostileFrom),
                                SECOND + HEIGHT - FIRST)
                        + text(x(hostileFrom) + 6, FIRST + 14, "start", "beside hostile queries")
                : "";
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %1$d %2$d\""
                                + " role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"12\">",
                        WIDTH,
                        SECOND + HEIGHT + 44)
                + "<title>" + title + "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
                + String.format(
                        Locale.ROOT, "<text x=\"16\" y=\"28\" font-size=\"16\" font-weight=\"600\">%s</text>", title)
                + grey
                + panel(FIRST, "ms until the bars came", waits)
                + panel(SECOND, "MB in memory", memory)
                + text(x(0), SECOND + HEIGHT + 32, "start", "minutes")
                + "</svg>\n";
    }

    private String panel(int top, String name, List<Line> lines) {
        double most = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::value)
                .max()
                .orElse(1);
        double scale = HEIGHT / nice(most);
        var panel = new StringBuilder(text(16, top - 12, "start", name));
        for (int tick = 0; tick <= 4; tick++) {
            double value = nice(most) * tick / 4;
            double y = top + HEIGHT - value * scale;
            panel.append(
                    String.format(Locale.ROOT, "<path d=\"M%d %.1f H%.1f\" stroke=\"#ddd\"/>", LEFT, y, x(minutes)));
            panel.append(text(LEFT - 8, y + 4, "end", Report.number(value)));
        }
        for (int minute = 0; minute <= minutes; minute++) {
            panel.append(text(x(minute), top + HEIGHT + 16, "middle", String.valueOf(minute)));
        }
        for (Line line : lines) {
            String path = line.points().stream()
                    .map(point -> String.format(
                            Locale.ROOT, "%.1f %.1f", x(point.minutes()), top + HEIGHT - point.value() * scale))
                    .collect(Collectors.joining(" L", "M", ""));
            panel.append(String.format(
                    Locale.ROOT,
                    "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
                    path,
                    line.colour()));
            Point last = line.points().getLast();
            panel.append(text(x(last.minutes()) + 8, top + HEIGHT - last.value() * scale + 4, "start", line.name()));
        }
        return panel.toString();
    }

    private double x(double at) {
        return LEFT + at / minutes * (WIDTH - LEFT - RIGHT);
    }

    /** The next of 1, 2, 4 or 8 times a power of ten, whose quarters are short numbers. */
    private static double nice(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        return List.of(1, 2, 4, 8, 10).stream()
                .mapToDouble(step -> step * power)
                .filter(top -> top >= most)
                .min()
                .orElse(most);
    }

    private static String text(double x, double y, String anchor, String words) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#333\">%s</text>",
                x,
                y,
                anchor,
                words);
    }
}
