package io.duckboard.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * Findings as tables and JSON.
 *
 * @param engine which one was asked, for people
 */
public record Report(Findings findings, Benchmark benchmark, String lake, String engine, Instant measuredAt) {

    private static final JSON LINES =
            JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    /** Mode, mean ± deviation, p50, p95, first, and how many times the fastest mean. */
    public String table() {
        double fastest = fastest();
        var text = new StringBuilder(row("mode", "mean ± dev. ms", "p50 ms", "p95 ms", "first ms", "ratio"));
        for (Measured mode : findings.modes()) {
            Series series = mode.series();
            text.append(row(
                    mode.mode(),
                    number(series.mean()) + " ± " + number(series.deviation()),
                    number(series.quantile(0.5)),
                    number(series.quantile(0.95)),
                    number(mode.firstMillis()),
                    String.format(Locale.ROOT, "%.1f", series.mean() / fastest)));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "%nThe same %d rows each time; %d trips%s. %d rounds after %d to warm up.%n",
                        findings.rows(),
                        findings.trips(),
                        findings.expected().isPresent() ? ", as expected" : "",
                        benchmark.rounds(),
                        benchmark.warmup()))
                .toString();
    }

    public String json() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("measuredAt", measuredAt.toString());
        members.put("lake", lake);
        members.put("engine", engine);
        members.put("rounds", benchmark.rounds());
        members.put("warmup", benchmark.warmup());
        members.put("rows", findings.rows());
        members.put("trips", findings.trips());
        members.put(
                "expectedTrips",
                findings.expected().isPresent() ? findings.expected().getAsLong() : null);
        members.put("modes", findings.modes().stream().map(this::members).toList());
        return LINES.asString(members) + "\n";
    }

    private Map<String, Object> members(Measured mode) {
        Series series = mode.series();
        var members = new LinkedHashMap<String, Object>();
        members.put("mode", mode.mode());
        members.put("firstMs", exact(mode.firstMillis()));
        members.put("meanMs", exact(series.mean()));
        members.put("deviationMs", exact(series.deviation()));
        members.put("p50Ms", exact(series.quantile(0.5)));
        members.put("p95Ms", exact(series.quantile(0.95)));
        members.put("ratio", exact(series.mean() / fastest()));
        List<BigDecimal> all = series.millis().stream().map(Report::exact).toList();
        members.put("millis", all);
        return members;
    }

    private double fastest() {
        return findings.modes().stream()
                .mapToDouble(mode -> mode.series().mean())
                .min()
                .orElseThrow();
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, " %-13s %18s %9s %9s %9s %7s%n", cells);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
    }
}
