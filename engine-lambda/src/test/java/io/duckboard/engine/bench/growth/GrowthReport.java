package io.duckboard.engine.bench.growth;

import io.duckboard.engine.bench.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** What was measured, as a table for people and as JSON for machines. */
record GrowthReport(List<Growth> grown) {

    /** The engine's memory, in MB. */
    private static final double MOST_MEMORY = 350;

    /** The share by which a time may be off the line. */
    private static final double MOST_DEVIATION = 0.15;

    private static final String FORMAT = "%-21s %7s %26s %9s%n";

    static void begin() {
        System.out.printf(FORMAT, "average fare by zone", "months", "ms, median (p10–p90)", "peak MB");
    }

    /** Says what was measured of this number of months. */
    static void print(Growth growth, int months) {
        growth.sizes().stream()
                .filter(size -> size.months() == months)
                .forEach(size -> System.out.printf(
                        FORMAT,
                        growth.title(),
                        size.months(),
                        Report.number(size.times().median()) + " (" + Report.spread(size.times()) + ")",
                        Report.number(size.peakMegabytes())));
    }

    void printLines() {
        for (Growth growth : grown) {
            Line line = growth.line();
            double deviation = line.deviation(growth.points());
            System.out.printf(
                    Locale.ROOT,
                    "%-21s %s ms + %s ms a month, at most %.0f %% off%s%n",
                    growth.title(),
                    Report.number(line.fixed()),
                    Report.number(line.perMonth()),
                    deviation * 100,
                    growth.who() == Who.ENGINE ? verdict(growth, deviation) : "");
            growth.failures().forEach(failure -> System.out.println("    MISSED " + failure));
        }
    }

    private static String verdict(Growth growth, double deviation) {
        return String.format(
                Locale.ROOT,
                " (≤ %.0f %% %s); at most %.0f MB (≤ %.0f %s)",
                MOST_DEVIATION * 100,
                deviation <= MOST_DEVIATION ? "met" : "MISSED",
                growth.peakMegabytes(),
                MOST_MEMORY,
                growth.peakMegabytes() <= MOST_MEMORY ? "met" : "MISSED");
    }

    void write(Path file) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("measuredAt", Instant.now().toString());
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("java", Runtime.version().toString());
        report.put("grown", grown.stream().map(GrowthReport::json).toList());
        Files.write(file, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asBytes(report));
    }

    private static Map<String, Object> json(Growth growth) {
        List<Map<String, Object>> sizes = new ArrayList<>();
        for (Growth.Size size : growth.sizes()) {
            var json = new LinkedHashMap<String, Object>();
            json.put("months", size.months());
            json.put("medianMs", rounded(size.times().median()));
            json.put("p10Ms", rounded(size.times().quantile(0.1)));
            json.put("p90Ms", rounded(size.times().quantile(0.9)));
            json.put("peakMB", rounded(size.peakMegabytes()));
            sizes.add(json);
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("who", growth.who().title());
        json.put("place", growth.place().title());
        json.put("sizes", sizes);
        json.put("failures", growth.failures());
        json.put("fixedMs", rounded(growth.line().fixed()));
        json.put("perMonthMs", rounded(growth.line().perMonth()));
        json.put("deviation", rounded(growth.line().deviation(growth.points())));
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
