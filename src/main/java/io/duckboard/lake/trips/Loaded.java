package io.duckboard.lake.trips;

import io.duckboard.engine.catalog.Catalog.Table;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The result of a load.
 *
 * @param rows the number of trips of the month
 * @param dropped the number of source rows that belong to another month or to none
 * @param lacking columns of the lake that the source does not have; they are NULL
 * @param leftOut columns of the source that the lake does not have
 * @param tables the published tables
 * @param kept somebody else's file that stays where the view's copy would go
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
