package io.duckboard.transform.lineage;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The columns that the values of a column are computed from. */
public sealed interface Origin {

    /** No column: a constant, or a count of rows. */
    Origin NOTHING = new Columns(List.of());

    /** Combines both origins. */
    Origin and(Origin other);

    /** The values certainly come from these columns and no others. */
    record Columns(SortedSet<SourceColumn> columns) implements Origin {

        public Columns {
            columns = Collections.unmodifiableSortedSet(new TreeSet<>(columns));
        }

        Columns(Collection<SourceColumn> columns) {
            this(new TreeSet<>(columns));
        }

        @Override
        public Origin and(Origin other) {
            return switch (other) {
                case NotKnown notKnown -> notKnown;
                case Columns(var more) -> {
                    var all = new TreeSet<>(columns);
                    all.addAll(more);
                    yield new Columns(all);
                }
            };
        }
    }

    /** @param reason a text to put after "not known: ", such as {@code whose column "x" is} */
    record NotKnown(String reason) implements Origin {

        @Override
        public Origin and(Origin other) {
            return this;
        }
    }
}
