package io.duckboard.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the findings as tables and JSON.
 *
 * @param engine a description of the engine that was asked, for people
 */
public record Report(Findings findings, Benchmark benchmark, String lake, String engine, Instant measuredAt) {

    private static final JsonMapper LINES =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Returns a table with mode, mean ± deviation, p50, p95, first time, and the ratio to the fastest mean. */
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
        return LINES.writeValueAsString(new Json(
                        measuredAt,
                        lake,
                        engine,
                        benchmark.rounds(),
                        benchmark.warmup(),
                        findings.rows(),
                        findings.trips(),
                        findings.expected(),
                        findings.modes().stream().map(this::json).toList()))
                + "\n";
    }

    private JsonMode json(Measured mode) {
        Series series = mode.series();
        return new JsonMode(
                mode.mode(),
                exact(mode.firstMillis()),
                exact(series.mean()),
                exact(series.deviation()),
                exact(series.quantile(0.5)),
                exact(series.quantile(0.95)),
                exact(series.mean() / fastest()),
                series.millis().stream().map(Report::exact).toList());
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

    private record Json(
            Instant measuredAt,
            String lake,
            String engine,
            int rounds,
            int warmup,
            int rows,
            long trips,
            OptionalLong expectedTrips,
            List<JsonMode> modes) {}

    private record JsonMode(
            String mode,
            BigDecimal firstMs,
            BigDecimal meanMs,
            BigDecimal deviationMs,
            BigDecimal p50Ms,
            BigDecimal p95Ms,
            BigDecimal ratio,
            List<BigDecimal> millis) {}
}
