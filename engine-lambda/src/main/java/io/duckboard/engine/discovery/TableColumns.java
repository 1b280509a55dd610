package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.Catalog.Field;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.catalog.Catalog.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the files of one table make it together. */
public sealed interface TableColumns {

    /**
     * @param columns those of the files by their first appearance, then those of the partitions
     * @param variants empty if all files have the same columns and their partitions the same keys
     * @param notes sentences about what people should know when they read the table
     */
    record United(List<Field> columns, List<String> partitionColumns, List<Variant> variants, List<String> notes)
            implements TableColumns {
        public United {
            columns = List.copyOf(columns);
            partitionColumns = List.copyOf(partitionColumns);
            variants = List.copyOf(variants);
            notes = List.copyOf(notes);
        }
    }

    /** @param reason a sentence that says which columns do not go together, and in which files */
    record Conflict(String reason) implements TableColumns {

        static final String MENDING = "Write these columns with one type, or put the files into different folders.";

        /** Says that these files are in no table. */
        public LeftOut leftOut(Source source) {
            String path = source.files().size() == 1
                    ? source.files().getFirst().file().path()
                    : source.folder() + "/" + (source.stem().isEmpty() ? "" : source.stem() + "*");
            return new LeftOut(path, reason, MENDING);
        }

        /** Says that this file is in no table. */
        public LeftOut leftOut(DataFile file) {
            return new LeftOut(file.file().path(), reason, MENDING);
        }
    }

    /** The variants of files that do not have the same columns. */
    static List<Variant> variants(List<DataFile> files) {
        Map<List<Field>, List<Integer>> variants = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            variants.computeIfAbsent(files.get(i).columns(), columns -> new ArrayList<>())
                    .add(i);
        }
        return variants.entrySet().stream()
                .map(variant -> new Variant(variant.getKey(), variant.getValue()))
                .toList();
    }

    /** Names are compared as DuckDB does it. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
