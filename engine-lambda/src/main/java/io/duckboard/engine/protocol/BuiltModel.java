package io.duckboard.engine.protocol;

import io.duckboard.engine.catalog.Catalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A model that is built but not published yet.
 *
 * @param files below the workspace; a view has none
 * @param columns with their types, in the model's order
 * @param rows the number of rows; a view has none
 */
public record BuiltModel(Node.Model model, List<Catalog.File> files, List<Catalog.Field> columns, long rows) {

    /** The folder with the files of all models, each in a folder of its own. */
    public static final String FOLDER = "models";

    public BuiltModel {
        String folder = FOLDER + "/" + model.name() + "/";
        if (!files.stream().allMatch(file -> file.path().startsWith(folder))) {
            throw new IllegalArgumentException("what was built of model " + model.name() + " lies outside " + folder);
        }
        files = List.copyOf(files);
        columns = List.copyOf(columns);
    }

    /**
     * The columns whose values are part of the files' paths. If there are no rows, there is one file and no partition.
     */
    public List<String> partitionColumns() {
        return rows == 0 ? List.of() : model.partitionBy();
    }

    /** The model as a table of the lake; not for a view. */
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
     * The models of a run that a node reads: those it depends on, and those that their views depend on. A table's rows
     * are in its files, so what it was made of is not needed any more.
     *
     * @param built in an order where each model comes after those it reads
     */
    public static List<BuiltModel> readBy(Node node, List<BuiltModel> built) {
        Set<String> wanted = new HashSet<>(node.dependsOn());
        var read = new ArrayList<BuiltModel>();
        for (BuiltModel model : built.reversed()) {
            if (wanted.contains(model.model().name())) {
                if (model.model().materialization() == Materialization.VIEW) {
                    wanted.addAll(model.model().dependsOn());
                }
                read.add(model);
            }
        }
        return read.reversed();
    }
}
