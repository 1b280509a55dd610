package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.ColumnNames;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.sql.ParquetOptions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A COPY statement that writes the rows of a judged query into a file.
 *
 * @param columns of the query
 * @param partitionBy columns by which the folder {@code target} is partitioned
 */
record CopyStatement(Export export, List<Column> columns, String target, List<String> partitionBy) {

    private static final String CSV = "FORMAT csv, HEADER";

    /**
     * Types whose values DuckDB would round. Parquet has no integers this wide, so they would become DOUBLE, and its
     * intervals have neither microseconds nor a sign. The pattern matches a type at the end, or as the element of a
     * list. The name of a field is followed by its type, or is in quotes.
     */
    private static final Pattern ROUNDED =
            Pattern.compile("\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|\\b(U?HUGEINT|INTERVAL)\\b(?=[),\\[]|$)");

    private static final String WIDEST = "DECIMAL(38,0)";

    /**
     * Types that a spreadsheet takes for numbers, dates and truth values. Values of any other type may contain a
     * caller's text.
     */
    private static final Pattern NO_TEXT = Pattern.compile(
            "U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|BIGNUM|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN|DATE|TIME.*|UUID|BIT");

    /** OWASP's list for CSV injection, plus the full-width signs that some spreadsheets treat like the plain ones. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");

    /** @param judged the query's text */
    Enclosed around(String judged) {
        List<String> names = ColumnNames.ofFile(columns);
        String cells = Enclosed.positions(columns)
                .mapToObj(column -> cell(column) + " AS " + name(names.get(column)))
                .collect(Collectors.joining(", "));
        return new Enclosed(
                "COPY (SELECT " + cells + " FROM (\n",
                judged,
                "\n) AS whole(" + Enclosed.aliases(columns) + ")) TO " + Database.literal(target) + " (" + options()
                        + ")");
    }

    private String options() {
        return switch (export) {
            case Export.Parquet parquet ->
                ParquetOptions.of(columns.stream().map(Column::type).toList()) + partitions();
            case Export.Csv csv -> CSV;
            case Export.JsonLines lines -> throw new IllegalArgumentException("DuckDB's JSON is not exact");
        };
    }

    /** A name that has never been used, and that identifies leftovers as the transform's own. */
    private String partitions() {
        return partitionBy.isEmpty()
                ? ""
                : partitionBy.stream()
                        .map(TableView::quoted)
                        .collect(Collectors.joining(", ", ", PARTITION_BY (", "), FILENAME_PATTERN '{uuid}'"));
    }

    private String cell(int column) {
        Column type = columns.get(column);
        return switch (export) {
            case Export.Parquet parquet -> exact(Enclosed.alias(column), type.type());
            case Export.Csv(Export.Escape escape)
            when escape == Export.Escape.SPREADSHEET
                    && !NO_TEXT.matcher(type.type()).matches() ->
                harmless("CAST(" + Enclosed.alias(column) + " AS VARCHAR)");
            default -> Enclosed.alias(column);
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
}
