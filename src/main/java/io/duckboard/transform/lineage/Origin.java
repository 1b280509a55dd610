package io.duckboard.transform.lineage;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the values of a column are computed from. */
public sealed interface Origin {

    /** Of no column: a constant, or a count of rows. */
    Origin NOTHING = new Columns(List.of());

    /** All of what is read here, and of what was read before. */
    Origin and(Origin other);

    /** For sure these, and no others. */
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

    /** @param reason such as {@code whose column "x" is}, to be read after "not known: " */
    record NotKnown(String reason) implements Origin {

        @Override
        public Origin and(Origin other) {
            return this;
        }
    }
}
