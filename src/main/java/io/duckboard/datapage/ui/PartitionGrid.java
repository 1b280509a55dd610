package io.duckboard.datapage.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import io.duckboard.datapage.PartitionEntry;
import io.duckboard.format.Figures;
import java.util.List;

/** A table's hive partitions. */
final class PartitionGrid extends Grid<PartitionEntry> {

    /** More rows than this scroll inside the grid. */
    private static final int ROWS_AT_ONCE = 8;

    PartitionGrid(List<PartitionEntry> partitions) {
        super(PartitionEntry.class, false);
        addClassName("partition-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", "Partitions");
        addColumn(PartitionEntry::name).setHeader("Partition").setWidth("14rem").setFlexGrow(3);
        addColumn(partition -> Figures.count(partition.files()))
                .setHeader("Files")
                .setWidth("5rem")
                .setTextAlign(ColumnTextAlign.END);
        addColumn(PartitionGrid::size).setHeader("Size").setWidth("6rem").setTextAlign(ColumnTextAlign.END);
        setAllRowsVisible(partitions.size() <= ROWS_AT_ONCE);
        setItems(partitions);
    }

    private static String size(PartitionEntry partition) {
        return partition.bytes().isPresent() ? Figures.size(partition.bytes().getAsLong()) : "–";
    }
}
