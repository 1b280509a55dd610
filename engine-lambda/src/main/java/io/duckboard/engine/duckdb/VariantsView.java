package io.duckboard.engine.duckdb;

import static java.util.stream.Collectors.joining;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.Field;
import io.duckboard.engine.catalog.Catalog.Variant;
import io.duckboard.engine.discovery.Partition;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.sql.Quoted;
import io.duckboard.engine.sql.type.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The SELECT of a table whose files have different columns. Files with the same columns and the same keys of partitions
 * are read together, so that DuckDB looks at the first of each such group only and skips partitions as it always does.
 */
final class VariantsView {

    private final Catalog.Table table;
    private final Prefixes prefixes;
    private final boolean isHidden;

    VariantsView(Catalog.Table table, Prefixes prefixes) {
        this.table = table;
        this.prefixes = prefixes;
        this.isHidden = OuterKeys.of(table, prefixes).hideColumnOf(table);
    }

    String select() {
        Map<Group, List<String>> groups = new LinkedHashMap<>();
        for (Variant variant : variants()) {
            for (int index : variant.files()) {
                Catalog.File file = table.files().get(index);
                groups.computeIfAbsent(group(variant, file), any -> new ArrayList<>())
                        .add(Quoted.file(prefixes.path(file)));
            }
        }
        return groups.entrySet().stream()
                .map(group -> select(group.getKey(), group.getValue()))
                .collect(joining(" UNION ALL "));
    }

    private List<Variant> variants() {
        return table.variants().isEmpty()
                ? List.of(new Variant(
                        table.columns().stream()
                                .filter(column -> !isPartition(column))
                                .toList(),
                        IntStream.range(0, table.files().size()).boxed().toList()))
                : table.variants();
    }

    /**
     * @param plain keys whose values DuckDB reads from the path
     * @param other keys whose values it does not read
     */
    private record Group(Variant variant, List<String> plain, List<Partition.Key> other) {}

    private Group group(Variant variant, Catalog.File file) {
        var plain = new ArrayList<String>();
        var other = new ArrayList<Partition.Key>();
        for (Partition.Key key : Partition.of(file.path()).keys()) {
            if (key.isPlain() && !isHidden) {
                plain.add(key.name());
            } else {
                other.add(key);
            }
        }
        return new Group(variant, plain, other);
    }

    private String select(Group group, List<String> files) {
        return table.columns().stream()
                .map(column -> expression(column, group) + " AS " + Quoted.name(column.name()))
                .collect(joining(
                        ", ",
                        "SELECT ",
                        " FROM read_parquet(" + files.stream().collect(joining(", ", "[", "]")) + partitioning(group)
                                + ParquetPruning.NAN + ")"));
    }

    private String partitioning(Group group) {
        if (group.plain().isEmpty()) {
            return ", hive_partitioning = false";
        }
        return ", hive_partitioning = true, hive_types = "
                + group.plain().stream()
                        .map(key -> Quoted.name(key) + ": " + type(key))
                        .collect(joining(", ", "{", "}"));
    }

    private String type(String key) {
        String column = new Partition.Key(key, "").column();
        return table.columns().stream()
                .filter(field -> field.name().equalsIgnoreCase(column))
                .map(Field::type)
                .findFirst()
                .orElse("VARCHAR");
    }

    private String expression(Field column, Group group) {
        if (isPartition(column)) {
            Optional<String> plain = group.plain().stream()
                    .filter(key -> new Partition.Key(key, "").column().equalsIgnoreCase(column.name()))
                    .findFirst();
            if (plain.isPresent()) {
                return Quoted.name(plain.get());
            }
            Optional<Partition.Key> other = group.other().stream()
                    .filter(key -> key.column().equalsIgnoreCase(column.name()))
                    .findFirst();
            if (other.isPresent()) {
                return cast(other.get().value().map(Quoted::literal).orElse("NULL"), column);
            }
        }
        return group.variant().columns().stream()
                .filter(field -> field.name().equalsIgnoreCase(column.name()))
                .filter(field -> !field.type().equals(ColumnType.NULL.sql()))
                .findFirst()
                .map(field ->
                        field.type().equals(column.type()) ? alike(field) : cast(Quoted.name(field.name()), column))
                .orElseGet(() -> cast("NULL", column));
    }

    private static String alike(Field field) {
        String name = Quoted.name(field.name());
        return field.type().equals("BLOB") ? ParquetPruning.expression(name) : name;
    }

    private boolean isPartition(Field column) {
        return table.partitionColumns().contains(column.name());
    }

    private static String cast(String value, Field column) {
        return "CAST(" + value + " AS " + column.type() + ")";
    }
}
