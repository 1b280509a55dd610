package io.duckboard.engine.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Queries of tables whose names, with one to three parts, are paths to hidden files. A seed always gives the same
 * queries.
 */
public final class HostileNames {

    private static final List<String> FOLDERS = List.of(
            "_duckboard/results",
            "_duckboard/staging",
            "_duckboard/journal",
            "_duckboard",
            "results",
            "staging",
            "",
            "*");
    private static final List<String> NAMES = List.of("theirs", "*", "thei*", "*.thei", "catalog", "[t]heirs", "x");
    private static final List<String> EXTENSIONS = List.of(".parquet", ".csv", ".json", ".db", ".ddb", "");
    private static final List<String> SIGNS = List.of(
            "?",
            "*",
            "**",
            "[",
            "]",
            "[.]",
            "..",
            ".",
            "/",
            "//",
            "\\",
            ":",
            "%2e",
            "%2F",
            "%5f",
            "%20",
            "+",
            ";",
            "{x,y}",
            "[[]",
            "[*]",
            "[!x]",
            "\u0308",
            "#",
            "'",
            "\"",
            " ",
            "&",
            "=",
            "\u200b",
            "file://",
            "s3://",
            "https://",
            "_duckboard",
            ".parquet?",
            ".csv?",
            ".json?",
            ".db?");
    private static final List<String> SCHEMAS = List.of("main", "memory", "temp", "system", "lake", "pg_catalog", "x");
    private static final List<String> QUERIES = List.of(
            "FROM %s",
            "SELECT * FROM %s AS t",
            "DESCRIBE %s",
            "SELECT (SELECT count(*) FROM %s)",
            "SELECT * FROM range(1) r, %s",
            "WITH a AS (FROM %s) FROM a");

    private final Random random;
    private final String lake;
    private final List<String> suffixes;

    /**
     * @param lake the lake's path or URI, without a slash at the end
     * @param elsewhere host and port of a store that is not the lake's
     */
    public HostileNames(long seed, String lake, String elsewhere) {
        this.random = new Random(seed);
        this.lake = lake;
        this.suffixes = List.of(
                "",
                "?",
                "?s3_region=a&s3_region=b.t",
                "?s3_endpoint=" + elsewhere + "&s3_use_ssl=false&s3_url_style=path&s3_region=a.t",
                "?x.y",
                "#x");
    }

    public Stream<String> queries() {
        return Stream.generate(this::query);
    }

    private String query() {
        var path =
                new StringBuilder(lake + "/" + pick(FOLDERS) + "/" + pick(NAMES) + pick(EXTENSIONS) + pick(suffixes));
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            change(path);
        }
        return pick(QUERIES).formatted(name(path.toString()));
    }

    /** Changes the part after the lake: inserts text, or replaces a character with a set that contains only it. */
    private void change(StringBuilder path) {
        int at = lake.length() + random.nextInt(path.length() - lake.length());
        if (random.nextBoolean()) {
            path.insert(at, pick(SIGNS));
        } else {
            path.replace(at, at + 1, "[" + path.charAt(at) + "]");
        }
    }

    private String name(String path) {
        if (random.nextInt(8) == 0) {
            return "'" + path.replace("'", "''") + "'";
        }
        return parts(path).stream()
                .map(part -> "\"" + part.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining("."));
    }

    /** DuckDB joins them with dots again. */
    private List<String> parts(String path) {
        var parts = new ArrayList<String>(List.of(path));
        for (int splits = random.nextInt(3); splits > 0; splits--) {
            String last = parts.getLast();
            List<Integer> dots = dots(last);
            if (dots.isEmpty()) {
                parts.addFirst(pick(SCHEMAS));
            } else {
                int dot = dots.get(random.nextInt(dots.size()));
                parts.removeLast();
                parts.addAll(List.of(last.substring(0, dot), last.substring(dot + 1)));
            }
        }
        return parts;
    }

    /** The positions with text on both sides, since a part of a name is not empty. */
    private static List<Integer> dots(String text) {
        var dots = new ArrayList<Integer>();
        for (int at = 1; at < text.length() - 1; at++) {
            if (text.charAt(at) == '.') {
                dots.add(at);
            }
        }
        return dots;
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
