package io.duckboard.board.export;

import io.duckboard.board.Show;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Slices of a whole, the largest first, with a list of them beside it. */
final class PiePicture {

    private static final int MOST = 7;
    private static final int COLOURS = 8;

    private PiePicture() {}

    private record Slice(String name, double value) {}

    static Html of(Show.Pie pie, AnswerTable table, String description) {
        List<Slice> all = table.rows().stream()
                .filter(row -> table.number(row, pie.y()).orElse(0) > 0)
                .map(row -> new Slice(
                        Written.PLAIN.of(table.value(row, pie.x())),
                        table.number(row, pie.y()).orElse(0)))
                .sorted(Comparator.comparingDouble(Slice::value).reversed())
                .toList();
        double whole = all.stream().mapToDouble(Slice::value).sum();
        var slices = new ArrayList<>(all.subList(0, Math.min(MOST, all.size())));
        if (all.size() > MOST) {
            slices.add(new Slice(
                    "All others",
                    all.subList(MOST, all.size()).stream()
                            .mapToDouble(Slice::value)
                            .sum()));
        }
        var written = new Written(pie.format());
        var html = new Html().raw("<div class=\"pie\">").picture("viewBox=\"-100 -100 200 200\"", description);
        double start = 0;
        for (int i = 0; i < slices.size(); i++) {
            double share = slices.get(i).value() / whole;
            html.raw(slice(start, start + share, i));
            start += share;
        }
        html.raw("</svg><ul class=\"legend\">");
        for (int i = 0; i < slices.size(); i++) {
            html.raw("<li><i class=\"b" + i % COLOURS + "\"></i>")
                    .text(slices.get(i).name() + " · "
                            + written.of(slices.get(i).value()) + " · "
                            + String.format(
                                    Locale.ROOT, "%.1f %%", 100 * slices.get(i).value() / whole))
                    .raw("</li>");
        }
        return html.raw("</ul></div>");
    }

    private static String slice(double from, double to, int colour) {
        String styled = "class=\"slice f" + colour % COLOURS + "\"";
        if (to - from > 0.9999) {
            return "<circle r=\"96\" " + styled + "/>";
        }
        return "<path " + styled + " d=\"M0 0L" + point(from) + "A96 96 0 " + (to - from > 0.5 ? 1 : 0) + " 1 "
                + point(to) + "Z\"/>";
    }

    private static String point(double share) {
        double angle = 2 * Math.PI * (share - 0.25);
        return String.format(Locale.ROOT, "%.2f %.2f", 96 * Math.cos(angle), 96 * Math.sin(angle));
    }
}
