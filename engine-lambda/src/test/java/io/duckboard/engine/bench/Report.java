package io.duckboard.engine.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** The results of the measurements: a table for people and JSON for machines. */
public final class Report {

    private final List<Map<String, Object>> lines = new ArrayList<>();
    private final double loadBefore = load();

    /** A line of times without a target. */
    public void times(String name, Samples samples) {
        line(name, samples.median(), "ms", spread(samples), "", "");
    }

    /** A line of something else without a target. */
    public void value(String name, double value, String unit, String spread) {
        line(name, value, unit, spread, "", "");
    }

    /** A line whose value should be at most {@code most}. */
    public void atMost(double most, String name, double value, String unit, String spread) {
        line(name, value, unit, spread, "≤ " + number(most), value <= most ? "met" : "MISSED");
    }

    /** A line whose value should be at least {@code least}. */
    public void atLeast(double least, String name, double value, String unit, String spread) {
        line(name, value, unit, spread, "≥ " + number(least), value >= least ? "met" : "MISSED");
    }

    public static String spread(Samples samples) {
        return number(samples.quantile(0.1)) + "–" + number(samples.quantile(0.9));
    }

    private void line(String name, double value, String unit, String spread, String target, String verdict) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", name);
        line.put("value", Math.round(value * 1000) / 1000.0);
        line.put("unit", unit);
        line.put("p10-p90", spread);
        line.put("target", target);
        line.put("verdict", verdict);
        lines.add(line);
        System.out.printf(
                Locale.ROOT, "%-58s %10s %-8s %-17s %-9s %s%n", name, number(value), unit, spread, target, verdict);
    }

    public void write(Path file) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("measuredAt", Instant.now().toString());
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("loadBefore", loadBefore);
        report.put("loadAfter", load());
        report.put("java", Runtime.version().toString());
        report.put("lines", lines);
        Files.write(file, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asBytes(report));
    }

    /** The load of the whole machine in the last minute; negative if it is unknown. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    public static String number(double value) {
        String decimals = value < 10 ? "%.2f" : value < 1000 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, decimals, value);
    }
}
