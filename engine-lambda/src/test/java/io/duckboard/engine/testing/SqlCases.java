package io.duckboard.engine.testing;

import io.duckboard.engine.protocol.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of SQL that must not run, SQL that fails, and SQL that must run. */
public final class SqlCases {

    private static final String HEADING = "--! ";
    private static final Pattern BY_NUMBER = Pattern.compile("\\\\u([0-9a-f]{4})");

    private SqlCases() {}

    /** @param sql with {@code {lake}} in place of the lake's folder */
    public record Hostile(String sql, ErrorCode code) {}

    /** @param rows as JSON, or {@code ANY} */
    public record Friendly(String sql, String rows) {}

    public static List<Hostile> hostile() {
        return coded("hostile.sql");
    }

    /** SQL that the guard accepts, but DuckDB does not. */
    public static List<Hostile> failing() {
        return coded("failing.sql");
    }

    /** The number of statements that must not run, by their kind, in the table's order. */
    public static Map<String, Integer> attacks() {
        var kinds = new LinkedHashMap<String, Integer>();
        String kind = "";
        for (String line : lines("hostile.sql")) {
            if (line.startsWith(HEADING)) {
                String[] words = line.split(" ", 3);
                kind = words.length > 2 ? words[2] : "what is no statement at all";
            } else {
                kinds.merge(kind, 1, Integer::sum);
            }
        }
        return kinds;
    }

    private static List<Hostile> coded(String table) {
        var cases = new ArrayList<Hostile>();
        ErrorCode code = ErrorCode.NOT_ALLOWED;
        for (String line : lines(table)) {
            if (line.startsWith(HEADING)) {
                code = ErrorCode.valueOf(line.split(" ", 3)[1]);
            } else {
                cases.add(new Hostile(text(line), code));
            }
        }
        return cases;
    }

    public static List<Friendly> friendly() {
        return lines("friendly.sql").stream()
                .map(line -> {
                    int rows = line.lastIndexOf(" => ");
                    return new Friendly(text(line.substring(0, rows)), line.substring(rows + 4));
                })
                .toList();
    }

    /** The lines that are cases or headings. Comments of the table itself start with {@code "-- "} and go up to a ⏎. */
    private static List<String> lines(String name) {
        try (InputStream table = SqlCases.class.getResourceAsStream("/io/duckboard/engine/lambda/" + name)) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .filter(line -> !line.startsWith("-- ")
                            || line.contains("⏎SELECT")
                            || line.contains("⏎COPY")
                            || line.equals("-- nothing"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String line) {
        return BY_NUMBER
                .matcher(line.replace('⏎', '\n'))
                .replaceAll((MatchResult match) ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
