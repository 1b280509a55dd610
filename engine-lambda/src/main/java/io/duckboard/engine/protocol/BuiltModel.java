package io.duckboard.engine.protocol;

import java.util.List;

/**
 * A model that is built and not yet published.
 *
 * @param files below the workspace, none of a view
 * @param columns with their types, in the model's order
 * @param rows none of a view
 */
public record BuiltModel(Node.Model model, List<Catalog.File> files, List<Catalog.Field> columns, long rows) {

    public BuiltModel {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
    }

    public long bytes() {
        return files.stream().mapToLong(Catalog.File::bytes).sum();
    }
}
