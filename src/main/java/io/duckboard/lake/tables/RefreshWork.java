package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.catalog.Catalog.Retired;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.discovery.DataFile;
import io.duckboard.engine.discovery.Discovery;
import io.duckboard.engine.discovery.ParquetMetadata;
import io.duckboard.engine.discovery.Source;
import io.duckboard.engine.discovery.TableColumns;
import io.duckboard.lake.store.Leftovers;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out one refresh. */
final class RefreshWork {

    /** Before this format there was no journal. */
    private static final int JOURNAL = 2;

    private final OpenLake lake;
    private final Clock clock;
    private final LakeListing listing;
    private final Discovery discovery;
    private final LakeRefresh.Missing missing;
    private final Catalog known;
    private final Ownership own;
    private final News news;
    private final List<Table> tables = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<File> replaced = new ArrayList<>();

    /** @param own read after the listing, so that it knows the files that a load has put there meanwhile */
    RefreshWork(
            OpenLake lake,
            Clock clock,
            LakeListing listing,
            Ownership own,
            ParquetMetadata metadata,
            LakeRefresh.Missing missing) {
        this.lake = lake;
        this.clock = clock;
        this.listing = listing;
        this.discovery = new Discovery(metadata, lake.name());
        this.missing = missing;
        this.known = listing.published().orElse(new Catalog(List.of()));
        this.own = own;
        this.news = new News(listing.published(), file -> lake.isOwn(own, file));
    }

    LakeRefresh.Plan plan() throws IOException {
        List<KnownTable> before = known.tables().stream().map(this::known).toList();
        FoundFiles found = FoundFiles.in(listing, before, news, discovery);
        Arrivals arrivals = Arrivals.of(found, before);
        for (KnownTable table : before) {
            Optional<LeftOut> refused = found.refused(table);
            if (refused.isPresent()) {
                tell(
                        Change.Kind.PRUNED,
                        table.table().name(),
                        "is no table any more. " + refused.get().reason());
            } else {
                refresh(table, found, arrivals.of(table));
            }
        }
        discover(arrivals.sources());
        leftOut.addAll(listing.listing().leftOut());
        leftOut.addAll(found.leftOut(before));
        leftOut.addAll(arrivals.leftOut());
        leftOut.sort(Comparator.comparing(LeftOut::path));
        Set<LeftOut> told = new HashSet<>(known.leftOut());
        leftOut.stream()
                .filter(out -> !told.contains(out))
                .forEach(out ->
                        tell(Change.Kind.LEFT_OUT, out.path(), "is left out. " + out.reason() + " " + out.todo()));
        return withoutRetired();
    }

    private LakeRefresh.Plan withoutRetired() {
        Instant oldest = clock.instant().minus(Leftovers.OUTLIVES_QUERIES);
        List<Retired> ripe = known.retired().stream()
                .filter(retired -> retired.at().isBefore(oldest))
                .toList();
        List<File> removable = ripe.stream()
                .map(Retired::file)
                // A file that has changed since belongs to somebody else by now, and stays.
                .filter(file ->
                        listing.now(file).filter(now -> lake.isOwn(own, now)).isPresent())
                .toList();
        removable.forEach(file ->
                tell(Change.Kind.REMOVED, file.path(), "is removed: its table is gone, and so are the queries on it."));
        var retired = new ArrayList<>(known.retired());
        retired.removeAll(ripe);
        replaced.forEach(file -> retired.add(new Retired(file, clock.instant())));
        return new LakeRefresh.Plan(new Catalog(tables, known.views(), retired, leftOut), changes, removable);
    }

    private KnownTable known(Table table) {
        return exported(table)
                .map(file -> KnownTable.exported(table, file))
                .orElseGet(() -> KnownTable.of(table, listing, missing));
    }

    /** A file that others have put in place of a model's copy: a view that Snowflake, BigQuery or dbt exports. */
    private Optional<File> exported(Table table) {
        if (table.copy().isEmpty() || table.files().size() != 1) {
            return Optional.empty();
        }
        File built = table.files().getFirst();
        return listing.now(new File(table.copy().get(), 0, "", built.place()))
                .filter(file -> !file.isAt(built) && listing.now(built).isPresent())
                .filter(file -> !lake.isOwn(own, file) && !isOldCopy(file, built, table));
    }

    /** If the catalog has no journal, a run that died before it wrote the copy has left the previous copy. */
    private boolean isOldCopy(File file, File built, Table table) {
        return known.format() < JOURNAL && (lake.isCopy(file, built) || lake.isOlder(file, table.builtAt()));
    }

    private void refresh(KnownTable before, FoundFiles found, List<DataFile> appeared) throws IOException {
        Table table = before.table();
        before.lacking()
                .forEach(file -> tell(
                        Change.Kind.MISSING,
                        table.name(),
                        "lacks " + file.path() + ", which is gone; --prune takes it out."));
        if (before.isChanged() && before.files().isEmpty() && appeared.isEmpty()) {
            tell(Change.Kind.PRUNED, table.name(), "is no table any more: all its files are gone.");
            return;
        }
        Optional<String> unreadable = before.isChanged() ? found.unreadable(before) : Optional.empty();
        if (unreadable.isPresent()) {
            stays(table, unreadable.get());
            appeared.forEach(file -> leftOut.add(new LeftOut(
                    file.file().path(),
                    "It belongs to table " + table.name() + ", of which another file cannot be read.",
                    "Mend the other file: duckboard lake refresh names it.")));
            return;
        }
        if (!before.isChanged() && appeared.isEmpty()) {
            tables.add(table);
            return;
        }
        var union = new TableUnion(discovery, before, found.of(before));
        leftOut.addAll(union.join(appeared));
        if (union.isTheSame()) {
            tables.add(table);
            return;
        }
        switch (union.columns()) {
            case TableColumns.Conflict conflict -> stays(table, conflict.reason());
            case TableColumns.United united -> {
                Table fresh = union.table(united);
                tables.add(fresh);
                tell(Change.Kind.UPDATED, table.name(), union.what() + ": " + fresh.rows() + " rows.");
                if (before.isExported()) {
                    replaced.addAll(table.files());
                }
            }
        }
    }

    private void stays(Table table, String reason) {
        tables.add(table);
        tell(Change.Kind.UNREADABLE, table.name(), "stays as it was: " + reason);
    }

    private void discover(List<Source> sources) throws IOException {
        var taken = new Catalog(tables, known.views(), List.of());
        for (Discovery.Named named : discovery.named(sources, taken)) {
            switch (discovery.columns(named.source())) {
                case TableColumns.Conflict conflict -> leftOut.add(conflict.leftOut(named.source()));
                case TableColumns.United united -> {
                    Table table = Discovery.table(named, united);
                    tables.add(table);
                    var text = new StringBuilder("is a new table: " + table.rows() + " rows.");
                    table.notes().forEach(note -> text.append(' ').append(note));
                    tell(Change.Kind.ADDED, table.name(), text.toString());
                }
            }
        }
    }

    private void tell(Change.Kind kind, String name, String text) {
        changes.add(new Change(kind, name, text));
    }
}
