package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.Catalog.Field;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.Variant;
import io.duckboard.engine.sql.type.ColumnType;
import io.duckboard.engine.sql.type.UnitedType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Unites the columns of the files of a table by their names, so that every value stays what it is. */
final class UnitedColumns {

    private final List<DataFile> files;
    private final PartitionColumns partitions;
    private final List<String> notes = new ArrayList<>();

    private UnitedColumns(List<DataFile> files) {
        this.files = files;
        this.partitions = new PartitionColumns(files);
    }

    /**
     * @param files in the order of the table's files
     * @throws IOException if the store cannot be read
     */
    static TableColumns of(List<DataFile> files, ParquetMetadata metadata) throws IOException {
        return new UnitedColumns(files).unite(metadata);
    }

    private TableColumns unite(ParquetMetadata metadata) throws IOException {
        List<Variant> variants = TableColumns.variants(files);
        var columns = new ArrayList<Field>();
        Map<String, Set<ColumnType>> nulls = new HashMap<>();
        for (FileColumn column : columns(variants).values()) {
            var united = column.united(
                    metadata, nulls.computeIfAbsent(TableColumns.key(column.name()), any -> new HashSet<>()));
            if (united.isEmpty()) {
                return new TableColumns.Conflict("Its files do not go together: " + column + ".");
            }
            columns.add(new Field(column.name(), type(united.get(), column), ""));
        }
        columns.addAll(partitions.columns());
        return new TableColumns.United(
                columns,
                partitions.columns().stream().map(Field::name).toList(),
                variants.size() == 1 && partitions.areAlike() ? List.of() : withNulls(variants, nulls),
                notes);
    }

    /** The columns of the files apart from those that their folders give, by names in lower case. */
    private Map<String, FileColumn> columns(List<Variant> variants) {
        var columns = new LinkedHashMap<String, FileColumn>();
        var both = new LinkedHashMap<String, String>();
        for (Variant variant : variants) {
            List<File> inVariant =
                    variant.files().stream().map(file -> files.get(file).file()).toList();
            for (Field field : variant.columns()) {
                if (partitions.column(field.name()).isPresent()) {
                    both.putIfAbsent(TableColumns.key(field.name()), field.name());
                } else {
                    columns.computeIfAbsent(TableColumns.key(field.name()), key -> new FileColumn(field.name()))
                            .add(isEmpty(variant) ? ColumnType.NULL : ColumnType.parse(field.type()), inVariant);
                }
            }
        }
        both.values()
                .forEach(name -> notes.add("Column " + name
                        + " is in the files too, and the table has the value in their folders' names."));
        return columns;
    }

    /** Whether no file of this variant has a row, and others have: then its types change no value. */
    private boolean isEmpty(Variant variant) {
        return variant.files().stream().allMatch(file -> hasNoRow(files.get(file)))
                && !files.stream().allMatch(UnitedColumns::hasNoRow);
    }

    private static boolean hasNoRow(DataFile file) {
        return file.rows().isPresent() && file.rows().getAsLong() == 0;
    }

    private String type(UnitedType united, FileColumn column) {
        return switch (united) {
            case UnitedType.To to when to.type().equals(ColumnType.NULL) -> "INTEGER";
            case UnitedType.To to -> to.type().sql();
            case UnitedType.IfIntegersFit fit -> fit.type().sql();
            case UnitedType.IfTimesFit fit -> fit.type().sql();
            case UnitedType.AsText text -> {
                notes.add("Column " + column + "; the table has it as text.");
                yield text.type().sql();
            }
            case UnitedType.Conflict conflict -> throw new IllegalStateException(conflict.toString());
        };
    }

    /** A column that holds nothing but NULL has no type of its own. */
    private static List<Variant> withNulls(List<Variant> variants, Map<String, Set<ColumnType>> nulls) {
        return variants.stream()
                .map(variant -> new Variant(
                        variant.columns().stream()
                                .map(column -> nulls.getOrDefault(TableColumns.key(column.name()), Set.of())
                                                .contains(ColumnType.parse(column.type()))
                                        ? new Field(column.name(), ColumnType.NULL.sql(), "")
                                        : column)
                                .toList(),
                        variant.files()))
                .toList();
    }
}
