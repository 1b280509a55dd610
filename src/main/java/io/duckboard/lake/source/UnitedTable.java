package io.duckboard.lake.source;

import io.duckboard.engine.discovery.Partition;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.sql.Quoted;
import io.duckboard.engine.sql.type.ColumnType;
import io.duckboard.lake.load.LoadDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Files as one table, in which every column has a type that changes no value of any file. */
final class UnitedTable {

    private final List<Contents> all;
    private final Map<String, UnitedColumn> columns = new LinkedHashMap<>();
    private final Map<String, List<Optional<String>>> keys = new LinkedHashMap<>();
    private final Map<String, ColumnType> types = new LinkedHashMap<>();

    /** @throws FailureException if a file has no column of the others, or a column has values of two kinds */
    UnitedTable(LoadDatabase database, List<Contents> all) {
        this.all = all;
        for (Contents contents : all) {
            addKeys(contents);
        }
        for (Contents contents : all) {
            addColumns(contents);
        }
        columns.forEach((folded, column) -> types.put(folded, StoredType.of(column.type(database))));
    }

    long rows() {
        return all.stream().mapToLong(Contents::rows).sum();
    }

    /** The keys of folders that a file has as columns, too. */
    List<String> doubled() {
        return all.stream()
                .flatMap(contents -> contents.columns().stream())
                .map(SourceColumn::name)
                .filter(name -> keys.containsKey(folded(name)))
                .distinct()
                .toList();
    }

    /** A SELECT of all rows. Parquet files with the same columns are scanned together. */
    String select() {
        var scans = new LinkedHashMap<Object, List<Contents>>();
        for (Contents contents : all) {
            Object same = contents.file().kind() == FileKind.PARQUET
                    ? List.of(contents.columns(), contents.file().keys().keySet())
                    : contents;
            scans.computeIfAbsent(same, _ -> new ArrayList<>()).add(contents);
        }
        return String.join(
                " UNION ALL BY NAME ", scans.values().stream().map(this::select).toList());
    }

    private String select(List<Contents> scan) {
        Contents first = scan.getFirst();
        boolean parquet = first.file().kind() == FileKind.PARQUET;
        var values = new ArrayList<String>();
        for (SourceColumn column : first.columns()) {
            String folded = folded(column.name());
            if (!keys.containsKey(folded)) {
                UnitedColumn united = Objects.requireNonNull(columns.get(folded));
                ColumnType type = Objects.requireNonNull(types.get(folded));
                values.add(united.sql(column, type) + " AS " + Quoted.name(united.name()));
            }
        }
        for (String key : first.file().keys().keySet()) {
            String type = Partition.type(keys.getOrDefault(folded(key), List.of()));
            List<Optional<String>> each = scan.stream()
                    .map(contents -> contents.file().keys().get(key))
                    .toList();
            String value = parquet ? HiveKeys.sql(each, type) : HiveKeys.sql(each.getFirst(), type);
            values.add(value + " AS " + Quoted.name(key));
        }
        String relation = parquet
                ? ParquetContents.relation(
                        scan.stream().map(contents -> contents.file().path()).toList())
                : first.relation();
        return "SELECT " + String.join(", ", values) + " FROM " + relation;
    }

    private void addKeys(Contents contents) {
        contents.file()
                .keys()
                .forEach((key, value) -> keys.computeIfAbsent(folded(key), _ -> new ArrayList<>())
                        .add(value));
    }

    private void addColumns(Contents contents) {
        boolean known = columns.isEmpty() || !keys.isEmpty();
        for (SourceColumn column : contents.columns()) {
            String folded = folded(column.name());
            known |= columns.containsKey(folded);
            if (!keys.containsKey(folded)) {
                columns.computeIfAbsent(folded, _ -> new UnitedColumn(column.name()))
                        .add(contents, column);
            }
        }
        if (!known) {
            throw new FailureException(
                    contents.file().name() + " has no column that the files before it have.",
                    "Add it as a table of its own.");
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
