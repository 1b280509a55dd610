package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.Export;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * COPY of a judged query's rows into a file.
 *
 * @param columns as the file names them: no two alike
 * @param partitionBy columns that {@code target} is a folder of partitions by
 */
record CopyStatement(Export export, ResultColumns columns, String target, List<String> partitionBy) {

    /** A lake's own files have the same; the app writes those, and knows nothing of how the engine does it. */
    private static final String PARQUET = "FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, ROW_GROUP_SIZE 122880";

    private static final String CSV = "FORMAT csv, HEADER";

    /**
     * What DuckDB would round: Parquet has no integers as wide, so they would become DOUBLE, and its intervals know
     * neither microseconds nor a sign. A type ends or is an element where it stands; a field's name has its type behind
     * it, or quotes around it.
     */
    private static final Pattern ROUNDED =
            Pattern.compile("\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|\\b(U?HUGEINT|INTERVAL)\\b(?=[),\\[]|$)");

    private static final String WIDEST = "DECIMAL(38,0)";

    /** What a spreadsheet takes for numbers, dates and truth values; any other type may hold a text of a caller's. */
    private static final Pattern NO_TEXT = Pattern.compile(
            "U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|BIGNUM|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN|DATE|TIME.*|UUID|BIT");

    /** OWASP's list for CSV injection, with the full-width signs that some spreadsheets take for the plain ones. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");

    /** @return all of the statement that stands before the query */
    String before() {
        String cells = IntStream.range(0, columns.names().size())
                .mapToObj(column -> cell(column) + " AS " + name(columns.names().get(column)))
                .collect(Collectors.joining(", "));
        return "COPY (SELECT " + cells + " FROM (\n";
    }

    /** @return all that stands behind it */
    String after() {
        String names = IntStream.range(0, columns.names().size())
                .mapToObj(CopyStatement::alias)
                .collect(Collectors.joining(", "));
        return "\n) AS whole(" + names + ")) TO " + Database.literal(target) + " (" + options() + ")";
    }

    private String options() {
        return switch (export) {
            case Export.Parquet parquet -> PARQUET + partitions();
            case Export.Csv csv -> CSV;
            case Export.JsonLines lines -> throw new IllegalArgumentException("DuckDB's JSON is not exact");
        };
    }

    /** A name that nothing has had, by which leftovers are known as the transform's own. */
    private String partitions() {
        return partitionBy.isEmpty()
                ? ""
                : partitionBy.stream()
                        .map(TableView::quoted)
                        .collect(Collectors.joining(", ", ", PARTITION_BY (", "), FILENAME_PATTERN '{uuid}'"));
    }

    private String cell(int column) {
        Column type = columns.columns().get(column);
        return switch (export) {
            case Export.Parquet parquet -> exact(alias(column), type.type());
            case Export.Csv(Export.Escape escape)
            when escape == Export.Escape.SPREADSHEET
                    && !NO_TEXT.matcher(type.type()).matches() -> harmless("CAST(" + alias(column) + " AS VARCHAR)");
            default -> alias(column);
        };
    }

    private String name(String name) {
        boolean formula = export.equals(new Export.Csv(Export.Escape.SPREADSHEET))
                && FORMULA.matcher(name).find();
        return "\"" + (formula ? "'" + name : name).replace("\"", "\"\"") + "\"";
    }

    private static String exact(String cell, String type) {
        String kept = ROUNDED.matcher(type).replaceAll(part -> Matcher.quoteReplacement(unrounded(part)));
        return kept.equals(type) ? cell : "CAST(" + cell + " AS " + kept + ")";
    }

    private static String unrounded(MatchResult part) {
        return switch (part.group(1)) {
            case null -> part.group();
            case "INTERVAL" -> "VARCHAR";
            default -> WIDEST;
        };
    }

    private static String harmless(String cell) {
        return "CASE WHEN regexp_matches(" + cell + ", " + Database.literal(FORMULA.pattern()) + ") THEN '''' || "
                + cell + " ELSE " + cell + " END";
    }

    private static String alias(int column) {
        return "c" + (column + 1);
    }
}
