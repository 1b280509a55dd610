package io.duckboard.engine.protocol;

import io.duckboard.engine.catalog.Catalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A model that is built and not yet published.
 *
 * @param files below the workspace, none of a view
 * @param columns with their types, in the model's order
 * @param rows none of a view
 */
public record BuiltModel(Node.Model model, List<Catalog.File> files, List<Catalog.Field> columns, long rows) {

    /** Where the files of all models lie, each in a folder of its own. */
    public static final String FOLDER = "models";

    public BuiltModel {
        String folder = FOLDER + "/" + model.name() + "/";
        if (!files.stream().allMatch(file -> file.path().startsWith(folder))) {
            throw new IllegalArgumentException("what was built of model " + model.name() + " lies outside " + folder);
        }
        files = List.copyOf(files);
        columns = List.copyOf(columns);
    }

    /** Columns whose values stand in its files' paths: where there are no rows, there is one file and no partition. */
    public List<String> partitionColumns() {
        return rows == 0 ? List.of() : model.partitionBy();
    }

    /** As a table of the lake; not of a view. */
    public Catalog.Table table(Instant builtAt) {
        return new Catalog.Table(
                model.name(),
                Catalog.Kind.MODEL,
                files,
                partitionColumns(),
                columns,
                rows,
                builtAt,
                model.builtFrom(),
                model.copyTo());
    }

    public long bytes() {
        return files.stream().mapToLong(Catalog.File::bytes).sum();
    }

    /**
     * Those of a run that a node is made of, directly or not.
     *
     * @param built each after those it reads
     */
    public static List<BuiltModel> readBy(Node node, List<BuiltModel> built) {
        Set<String> wanted = new HashSet<>(node.dependsOn());
        var read = new ArrayList<BuiltModel>();
        for (BuiltModel model : built.reversed()) {
            if (wanted.contains(model.model().name())) {
                wanted.addAll(model.model().dependsOn());
                read.add(model);
            }
        }
        return read.reversed();
    }
}
