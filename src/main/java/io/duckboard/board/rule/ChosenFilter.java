package io.duckboard.board.rule;

import io.duckboard.board.BooleanFilter;
import io.duckboard.board.Filter;
import io.duckboard.board.FilterValue;
import io.duckboard.board.Options;
import io.duckboard.board.SeveralFilter;
import io.duckboard.board.Spot;
import io.duckboard.board.SqlText;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A group that people filter by, wherever a table has it.
 *
 * @param name of the filter
 * @param column as the first of the tables calls it
 * @param tables that have such a column
 */
record ChosenFilter(String name, LakeColumn column, List<KnownTable> tables) {

    private static final int LONGEST = 40;

    ChosenFilter {
        tables = List.copyOf(tables);
    }

    /** A name that SQL and addresses can have; empty if nothing is left of the column's. */
    static String nameOf(LakeColumn column) {
        String plain = Normalizer.normalize(column.name().replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    Filter filter(Spot spot) {
        if (column.family() == LakeColumn.Family.BOOLEAN) {
            return new BooleanFilter(name, column.label(), Optional.empty());
        }
        String sql = tables.stream().map(this::values).collect(Collectors.joining(" UNION ")) + " ORDER BY 1";
        return new SeveralFilter(
                name,
                column.label(),
                new Options.Asked(Options.ValueKind.TEXT, new SqlText(sql, spot, SqlText.Writing.CHANGED)),
                new FilterValue.Unset());
    }

    private String values(KnownTable table) {
        LakeColumn own = own(table).orElse(column);
        return "SELECT " + (tables.size() == 1 ? "DISTINCT " : "") + text(own) + " FROM "
                + table.table().sql() + " WHERE " + own.sql() + " IS NOT NULL";
    }

    /** What SQL of this table says of the filter; empty if it has nothing to do with it. */
    Optional<String> condition(KnownTable table, List<Dimension> dimensions) {
        return own(table)
                .map(this::condition)
                .or(() -> dimensions.stream()
                        .flatMap(dimension -> own(dimension.of()).stream()
                                .map(own -> "($" + name + " IS NULL OR "
                                        + dimension.from().sql() + " IN (SELECT "
                                        + dimension.key().sql() + " FROM "
                                        + dimension.of().table().sql() + " WHERE " + chosen(own) + "))"))
                        .findFirst());
    }

    private String condition(LakeColumn own) {
        return "($" + name + " IS NULL OR " + chosen(own) + ")";
    }

    private String chosen(LakeColumn own) {
        return column.family() == LakeColumn.Family.BOOLEAN
                ? own.sql() + " = $" + name
                : "list_contains($" + name + ", " + text(own) + ")";
    }

    private static String text(LakeColumn own) {
        return own.type().equalsIgnoreCase("VARCHAR") ? own.sql() : "CAST(" + own.sql() + " AS VARCHAR)";
    }

    /** Whether a table's column is what is filtered. */
    boolean isOf(KnownTable table, LakeColumn other) {
        return own(table).filter(other::equals).isPresent();
    }

    private Optional<LakeColumn> own(KnownTable table) {
        return tables.contains(table)
                ? table.columns().stream()
                        .map(ColumnFacts::column)
                        .filter(each -> each.name().equalsIgnoreCase(column.name()))
                        .findFirst()
                : Optional.empty();
    }
}
