package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.Catalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A Parquet file that can be read.
 *
 * @param columns those in the file itself, without the keys of its partition
 * @param rows empty if nobody has counted them
 */
public record DataFile(Catalog.File file, Partition partition, List<Catalog.Field> columns, OptionalLong rows) {

    public DataFile {
        columns = List.copyOf(columns);
    }

    /** What the catalog says of the files of a table. It does not know the rows of each. */
    public static List<DataFile> described(Catalog.Table table) {
        Map<Integer, List<Catalog.Field>> variants = new HashMap<>();
        table.variants().forEach(variant -> variant.files().forEach(file -> variants.put(file, variant.columns())));
        List<Catalog.Field> ofAll = table.columns().stream()
                .filter(column -> !table.partitionColumns().contains(column.name()))
                .toList();
        var described = new ArrayList<DataFile>();
        for (int i = 0; i < table.files().size(); i++) {
            Catalog.File file = table.files().get(i);
            described.add(new DataFile(
                    file, Partition.of(file.path()), variants.getOrDefault(i, ofAll), OptionalLong.empty()));
        }
        return described;
    }

    String name() {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }
}
