package io.duckboard.api;

import io.duckboard.datapage.ColumnEntry;
import java.util.List;

/** A table with its columns, in their order. */
record TableDetail(TableSummary table, List<Column> columns) {

    /**
     * @param type DuckDB's own name
     * @param description empty if there is none
     * @param partition whether its values are in the names of folders
     */
    record Column(String name, String type, String description, boolean partition) {

        static Column of(ColumnEntry column) {
            return new Column(column.name(), column.type(), column.description(), column.isPartition());
        }
    }
}
