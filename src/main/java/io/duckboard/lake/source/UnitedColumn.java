package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.sql.Quoted;
import io.duckboard.engine.sql.type.ColumnType;
import io.duckboard.engine.sql.type.UnitedType;
import io.duckboard.lake.load.LoadDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A column of one file or more. The first file says how it is written. */
final class UnitedColumn {

    private record Part(Contents contents, SourceColumn column) {}

    private final String name;
    private final List<Part> parts = new ArrayList<>();
    private final Set<ColumnType> empty = new HashSet<>();

    UnitedColumn(String name) {
        this.name = name;
    }

    void add(Contents contents, SourceColumn column) {
        parts.add(new Part(contents, column));
    }

    String name() {
        return name;
    }

    /** @throws FailureException if no type holds all values unchanged */
    ColumnType type(LoadDatabase database) {
        UnitedType united = UnitedType.of(types());
        if (united instanceof UnitedType.AsText || united instanceof UnitedType.Conflict) {
            types().stream().filter(type -> isEmpty(database, type)).forEach(empty::add);
            united = UnitedType.of(types());
        }
        return switch (united) {
            case UnitedType.To(ColumnType type) -> type;
            case UnitedType.AsText _, UnitedType.Conflict _ -> throw differ("");
            case UnitedType.IfIntegersFit(ColumnType type) -> {
                check(
                        database,
                        ".*INT|INTEGER",
                        "-" + UnitedType.IfIntegersFit.LARGEST + " AND " + UnitedType.IfIntegersFit.LARGEST);
                yield type;
            }
            case UnitedType.IfTimesFit(ColumnType type) -> {
                String times = "TIMESTAMP '" + UnitedType.IfTimesFit.FIRST + "' AND TIMESTAMP '"
                        + UnitedType.IfTimesFit.LAST + "'";
                check(database, "DATE|TIMESTAMP(_S|_MS)?", times);
                yield type;
            }
        };
    }

    /** SQL of the values of one of the files. */
    String sql(SourceColumn column, ColumnType type) {
        if (column.type().equals(ColumnType.NULL) || empty.contains(column.type())) {
            return "CAST(NULL AS " + type.sql() + ")";
        }
        return column.type().equals(type) ? column.sql() : "CAST(" + column.sql() + " AS " + type.sql() + ")";
    }

    private List<ColumnType> types() {
        return parts.stream()
                .map(part -> part.column().type())
                .distinct()
                .filter(type -> !empty.contains(type))
                .toList();
    }

    /** Whether no file has a value of this type: DuckDB and others give such columns a type of their own. */
    private boolean isEmpty(LoadDatabase database, ColumnType type) {
        return parts.stream()
                .filter(part -> part.column().type().equals(type))
                .allMatch(
                        part -> database.number("SELECT count(" + part.column().sql() + ") FROM "
                                        + part.contents().relation())
                                == 0);
    }

    private void check(LoadDatabase database, String types, String range) {
        for (Part part : parts) {
            if (!part.column().type().sql().matches(types)) {
                continue;
            }
            List<List<String>> beyond = database.rows("SELECT CAST("
                    + part.column().sql() + " AS VARCHAR) FROM "
                    + part.contents().relation() + " WHERE " + part.column().sql() + " NOT BETWEEN " + range
                    + " LIMIT 1");
            if (!beyond.isEmpty()) {
                throw differ(", which would change " + beyond.getFirst().getFirst());
            }
        }
    }

    private FailureException differ(String because) {
        Map<String, List<Part>> byType = parts.stream()
                .filter(part -> !part.column().type().equals(ColumnType.NULL))
                .collect(Collectors.groupingBy(
                        part -> part.column().type().sql(), LinkedHashMap::new, Collectors.toList()));
        String where = byType.entrySet().stream()
                .map(entry -> entry.getKey() + " in "
                        + entry.getValue().getFirst().contents().file().name())
                .collect(Collectors.joining(" and "));
        return new FailureException(
                "Column " + name + " is " + where + because + ".",
                "Say one type for it, such as --types " + Quoted.literal(name + "=VARCHAR")
                        + ", or add the files as tables of their own.");
    }
}
