package io.duckboard.transform.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns that a SELECT returns, in order. */
public sealed interface Outputs {

    record Known(List<Output> columns) implements Outputs {

        public Known {
            columns = List.copyOf(columns);
        }

        Optional<Output> named(String name) {
            return columns.stream().filter(column -> column.isNamed(name)).findFirst();
        }

        /** Renames the first columns, as {@code AS t(a, b)} does. */
        Known renamed(List<String> names) {
            var renamed = new ArrayList<>(columns);
            for (int i = 0; i < Math.min(names.size(), renamed.size()); i++) {
                renamed.set(
                        i, new Output(Optional.of(names.get(i)), renamed.get(i).origin()));
            }
            return new Known(renamed);
        }
    }

    /** @param reason a text to put after "not known: " */
    record NotKnown(String reason) implements Outputs {}
}
