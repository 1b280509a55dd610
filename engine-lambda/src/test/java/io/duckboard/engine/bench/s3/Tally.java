package io.duckboard.engine.bench.s3;

import io.duckboard.engine.bench.Report;
import io.duckboard.engine.bench.Samples;
import io.duckboard.engine.bench.network.Pace;
import io.duckboard.engine.bench.network.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.jr.ob.JSON;

/** The comparisons as a table for people, printed line by line, and as JSON for machines. */
final class Tally {

    private static final String FORMAT = "%-39s %3s %22s %22s %22s %19s %6s %-6s  %s%n";

    private final List<Map<String, Object>> lines = new ArrayList<>();

    Tally() {
        System.out.printf(
                FORMAT,
                "ms, median (p10–p90)",
                "at",
                Role.ENGINE.title(),
                Role.PYTHON.title(),
                Role.DUCKDB.title(),
                "ratio",
                "want",
                "",
                "requests of ours: waited for (wanted) of all, one after the other, new connections, by kind; of others");
    }

    void add(Line line, Pace pace, Comparison comparison) {
        Samples ratios = comparison.ratios(line.peer());
        double wanted = line.wanted().ratio(pace);
        boolean met = line.wanted()
                .isMet(pace, ratios.median(), comparison.typical(Role.ENGINE).waited());
        System.out.printf(
                FORMAT,
                line.title(),
                pace.latency().toMillis(),
                shown(comparison, Role.ENGINE),
                shown(comparison, Role.PYTHON),
                shown(comparison, Role.DUCKDB),
                shown(ratios),
                Double.isInfinite(wanted) ? "" : "≤ " + wanted,
                met ? "met" : "MISSED",
                requests(line, comparison));
        var json = new LinkedHashMap<String, Object>();
        json.put("line", line.title());
        json.put("latencyMs", pace.latency().toMillis());
        for (Role role : comparison.roles()) {
            json.put(role.title(), json(comparison, role));
        }
        json.put("ratioTo", line.peer().title());
        json.put("ratio", json(ratios));
        if (Double.isFinite(wanted)) {
            json.put("wantedRatio", wanted);
        }
        if (line.wanted().requests() < Integer.MAX_VALUE) {
            json.put("wantedRequests", line.wanted().requests());
        }
        json.put("met", met);
        lines.add(json);
    }

    void write(Path file) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("measuredAt", Instant.now().toString());
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("java", Runtime.version().toString());
        report.put("lines", lines);
        Files.write(file, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asBytes(report));
    }

    private static String shown(Comparison comparison, Role role) {
        return comparison.roles().contains(role) ? shown(comparison.times(role)) : "";
    }

    private static String shown(Samples samples) {
        return Report.number(samples.median()) + " (" + Report.spread(samples) + ")";
    }

    private static String requests(Line line, Comparison comparison) {
        Traffic all = comparison.typical(Role.ENGINE).traffic();
        Traffic waited = comparison.typical(Role.ENGINE).waited();
        String most = line.wanted().requests() == Integer.MAX_VALUE
                ? ""
                : " (≤ " + line.wanted().requests() + ")";
        String kinds = all.byKind().entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        String others = comparison.roles().stream()
                .filter(role -> role != Role.ENGINE)
                .map(role -> role.title() + " "
                        + comparison.typical(role).traffic().requests().size())
                .collect(Collectors.joining(", "));
        return "%d%s of %d, %d in turn, %d files, %d new: %s; %s"
                .formatted(
                        waited.requests().size(),
                        most,
                        all.requests().size(),
                        waited.inTurn(),
                        all.files().size(),
                        all.connections(),
                        kinds.isEmpty() ? "none" : kinds,
                        others);
    }

    private static Map<String, Object> json(Comparison comparison, Role role) {
        var json = new LinkedHashMap<>(json(comparison.times(role)));
        Party.Outcome typical = comparison.typical(role);
        json.put("requests", typical.traffic().byKind());
        json.put("waitedFor", typical.waited().requests().size());
        json.put("inTurn", typical.waited().inTurn());
        json.put("newConnections", typical.traffic().connections());
        json.put("bytes", typical.traffic().bytes());
        json.put("files", typical.traffic().files().size());
        return json;
    }

    private static Map<String, Object> json(Samples samples) {
        var json = new LinkedHashMap<String, Object>();
        json.put("median", rounded(samples.median()));
        json.put("p10", rounded(samples.quantile(0.1)));
        json.put("p90", rounded(samples.quantile(0.9)));
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
