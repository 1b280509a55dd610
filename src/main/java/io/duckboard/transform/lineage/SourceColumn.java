package io.duckboard.transform.lineage;

import java.util.Comparator;

/** A column of a table that a model reads, with both names as the SQL writes them. */
public record SourceColumn(String table, String column) implements Comparable<SourceColumn> {

    private static final Comparator<SourceColumn> ORDER =
            Comparator.comparing(SourceColumn::table).thenComparing(SourceColumn::column);

    @Override
    public int compareTo(SourceColumn other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
