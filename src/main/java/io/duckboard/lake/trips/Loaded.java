package io.duckboard.lake.trips;

import io.duckboard.engine.catalog.Catalog.Table;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What a load has done.
 *
 * @param rows trips of the month
 * @param dropped rows of the source that are of no or another month
 * @param lacking columns of the lake that the source has not; they are NULL
 * @param leftOut columns of the source that the lake has not
 * @param tables those it has published
 * @param kept another's file that stays in the place of the view's copy
 */
public record Loaded(
        String source,
        YearMonth month,
        long rows,
        long dropped,
        List<String> lacking,
        List<String> leftOut,
        List<Table> tables,
        Optional<String> kept,
        Duration took) {

    public Loaded {
        lacking = List.copyOf(lacking);
        leftOut = List.copyOf(leftOut);
        tables = List.copyOf(tables);
    }

    public long bytes() {
        return tables.stream().mapToLong(Table::bytes).sum();
    }
}
