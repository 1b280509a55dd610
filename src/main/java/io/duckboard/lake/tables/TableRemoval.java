package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.Retired;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.failure.FailureException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Removes a table or a view from the catalog. Its files stay as long as queries may be reading them. */
public final class TableRemoval {

    private final OpenLake lake;
    private final Clock clock;

    public TableRemoval(OpenLake lake, Clock clock) {
        this.lake = lake;
        this.clock = clock;
    }

    /**
     * @param table the removed table; a view is a table without files
     * @param retired files of Duckboard's own, which a later refresh removes
     * @param staying files that belong to others or to other tables
     */
    public record Outcome(Table table, List<File> retired, List<File> staying) {
        public Outcome {
            retired = List.copyOf(retired);
            staying = List.copyOf(staying);
        }
    }

    /** @throws FailureException if there is no such table */
    public Table find(String name) {
        return find(name, lake.catalog());
    }

    /** @throws FailureException if there is no such table */
    public Outcome run(String name) {
        Optional<Published> expected = lake.published();
        Optional<Catalog> known = lake.catalog();
        Table table = find(name, known);
        Ownership own = lake.ownership();
        Catalog next = known.orElseThrow()
                .replacedBy(
                        known.orElseThrow().tables().stream()
                                .filter(other -> !other.equals(table))
                                .toList(),
                        known.orElseThrow().views().stream()
                                .filter(view -> !view.name().equals(table.name()))
                                .toList(),
                        file -> lake.passes(own, file),
                        clock.instant());
        lake.publish(next, expected);
        List<File> retired = table.files().stream()
                .filter(file -> next.retired().stream().map(Retired::file).anyMatch(file::equals))
                .toList();
        return new Outcome(
                table,
                retired,
                table.files().stream().filter(file -> !retired.contains(file)).toList());
    }

    private static Table find(String name, Optional<Catalog> known) {
        Catalog catalog = known.orElseThrow(() -> new FailureException(
                "The lake has no catalog: its tables are its files.",
                "Remove the files themselves, or write a catalog with duckboard lake refresh."));
        return catalog.table(name)
                .or(() -> catalog.view(name).map(TableRemoval::withoutFiles))
                .orElseThrow(() -> new FailureException(
                        "There is no table " + name + ".",
                        catalog.tables().isEmpty()
                                ? "The lake has none."
                                : "There are "
                                        + catalog.tables().stream()
                                                .map(Table::name)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    private static Table withoutFiles(Catalog.View view) {
        return new Table(
                view.name(),
                Catalog.Kind.VIEW,
                List.of(),
                List.of(),
                view.columns(),
                0,
                view.builtAt(),
                view.builtFrom());
    }
}
