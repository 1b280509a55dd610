package io.duckboard.lake.trips;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.store.FolderFailures;
import io.duckboard.lake.store.LakeStore;
import io.duckboard.lake.store.LakeStore.Upload;
import io.duckboard.lake.store.Leftovers;
import io.duckboard.lake.trips.TripSource.Month;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills a lake with a month of trips: one file, files by day, the zones, and the dashboard's view. The catalog comes
 * last, so a run that is cut off has published nothing and can be repeated.
 */
public final class TripLoad {

    /** The article's path for the view: a copy for people who use files by name. */
    static final String DASHBOARD = "dashboard/my_view.parquet";

    private final LakeStore store;
    private final Clock clock;
    private final LoadProgress progress;

    public TripLoad(LakeStore store, Clock clock, LoadProgress progress) {
        this.store = store;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * @param consent asked before a table's data is replaced
     * @throws FailureException if the load fails; the lake is then unchanged
     */
    public Loaded load(TripSource source, Consent consent) {
        Instant begun = clock.instant();
        Optional<Published> before = store.published();
        new Leftovers(clock).removeFrom(store);
        try (LoadDatabase database = LoadDatabase.in(store.stagingFolder())) {
            Month month = source.prepare(database, progress);
            MonthFiles files = MonthFiles.write(month, database, progress);
            before.ifPresent(known -> ask(known.catalog(), files, consent));
            Path view = copy(files.topLocations());
            UUID run = RandomName.make();
            List<Table> tables = new MonthUpload(store, run).put(files, month.month(), before, begun, progress);
            requireUntouched(tables);
            store.publish(merged(tables, before, begun), before);
            boolean copied = store.replace(new Upload(view, DASHBOARD, true), run);
            return new Loaded(
                    source.description(),
                    month.month(),
                    files.rows(),
                    month.read() - files.rows(),
                    month.lacking(),
                    month.leftOut(),
                    tables,
                    copied ? Optional.empty() : Optional.of(DASHBOARD),
                    Duration.between(begun, clock.instant()));
        }
    }

    private static void ask(Catalog catalog, MonthFiles files, Consent consent) {
        long bytes = FolderFailures.translating(files.trips(), () -> Files.size(files.trips()));
        for (Table table : catalog.tables()) {
            boolean same = table.rows() == files.rows() && table.bytes() == bytes;
            if (table.name().equals(TripTables.TRIPS) && !same && !consent.toReplace(table, files.rows())) {
                throw new FailureException("The table trips stays as it is.", "Use --yes to replace it unasked.");
            }
        }
    }

    /** Copies a file, since a file that is put disappears from the workspace. */
    private static Path copy(Path file) {
        return FolderFailures.translating(file, () -> Files.copy(file, file.resolveSibling("my_view.parquet")));
    }

    /**
     * If this run took long, another run may have put a file of the same name, or removed ours as those of a dead run.
     */
    private void requireUntouched(List<Table> tables) {
        Set<Catalog.File> there = Set.copyOf(store.list(List.of("dataset", "models", "partitioned", "reference")));
        boolean untouched = tables.stream()
                .filter(table -> !table.name().equals(TripTables.ZONES))
                .allMatch(table -> there.containsAll(table.files()));
        if (!untouched) {
            throw new FailureException("Somebody else is filling the lake at the same time.", "Run it again.");
        }
    }

    private Catalog merged(List<Table> tables, Optional<Published> before, Instant now) {
        Set<String> names = tables.stream().map(Table::name).collect(Collectors.toSet());
        Stream<Table> others = before.stream()
                .flatMap(known -> known.catalog().tables().stream())
                .filter(table -> !names.contains(table.name()));
        List<Table> all = Stream.concat(tables.stream(), others).toList();
        if (before.isEmpty()) {
            return new Catalog(all);
        }
        // The first load's one file stays for people who use it by name. Its days do not, or a glob over them would
        // count twice.
        Ownership own = store.ownership(before);
        return before.get().catalog().replacedBy(all, file -> own.passes(file.path()), now);
    }
}
