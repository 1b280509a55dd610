package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.Place;
import io.duckboard.engine.catalog.Catalog.Retired;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.catalog.Discovery;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.store.Leftovers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Updates the catalog after others have changed, added or deleted files of a lake. A table whose files cannot be read
 * stays as it was, and the refresh reports it.
 */
public final class LakeRefresh {

    /** What to do with files of a table that are gone. */
    public enum Missing {
        KEEP,
        PRUNE
    }

    /** The names that loads gave to the files of a day before the journal existed. */
    private static final Pattern DAY_OF_A_LOAD =
            Pattern.compile("partitioned/.*\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.parquet");

    private final OpenLake lake;
    private final Clock clock;

    public LakeRefresh(OpenLake lake, Clock clock) {
        this.lake = lake;
        this.clock = clock;
    }

    /** Publishes a catalog if there are changes to publish. */
    public List<Change> run(Missing missing) {
        Optional<Published> expected = lake.published();
        Plan plan = plan(missing);
        if (isOther(plan.catalog(), expected)) {
            lake.publish(plan.catalog(), expected);
        }
        lake.sweep(lake.ownership(), plan.removable(), plan.catalog(), new Leftovers(clock).deadBefore(expected));
        return plan.changes();
    }

    /** Whether {@link #run} would publish. */
    public boolean isDue(Missing missing) {
        return isOther(plan(missing).catalog(), lake.published());
    }

    private static boolean isOther(Catalog planned, Optional<Published> now) {
        return now.map(known -> known.catalog().inNewestFormat())
                .filter(planned::equals)
                .isEmpty();
    }

    /** What {@link #run} would do. */
    public Plan plan(Missing missing) {
        Optional<Catalog> known = lake.catalog();
        Listing listing = Listing.of(lake);
        try (FilesDuckDb duckdb = FilesDuckDb.open()) {
            return new Work(known, listing, new ParquetFooters(lake, duckdb), missing).plan();
        }
    }

    /** @param removable files that no query can still be reading */
    public record Plan(Catalog catalog, List<Change> changes, List<File> removable) {
        public Plan {
            changes = List.copyOf(changes);
            removable = List.copyOf(removable);
        }
    }

    private final class Work {

        private final Catalog known;
        private final Listing listing;
        private final TableFooters footers;
        private final Missing missing;
        private final boolean isPublished;
        private final Ownership own;
        private final List<File> unlisted;
        private final List<Table> tables = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<File> replaced = new ArrayList<>();

        Work(Optional<Catalog> published, Listing listing, ParquetFooters footers, Missing missing) {
            this.known = published.orElse(new Catalog(List.of()));
            this.listing = listing;
            this.footers = new TableFooters(footers);
            this.missing = missing;
            this.isPublished = published.isPresent();
            this.own = lake.ownership();
            this.unlisted = listing.files().stream().filter(this::isNews).toList();
        }

        Plan plan() {
            known.tables()
                    .forEach(table ->
                            exported(table).ifPresentOrElse(file -> takeOver(table, file), () -> refresh(table)));
            discover();
            Instant oldest = clock.instant().minus(Leftovers.OUTLIVES_QUERIES);
            List<Retired> ripe = known.retired().stream()
                    .filter(retired -> retired.at().isBefore(oldest))
                    .toList();
            List<File> removable = ripe.stream()
                    .map(Retired::file)
                    // A file that has changed since belongs to somebody else by now, and stays.
                    .filter(file -> listing.now(file)
                            .filter(now -> lake.isOwn(own, now))
                            .isPresent())
                    .toList();
            removable.forEach(file -> tell(
                    Change.Kind.REMOVED, file.path(), "is removed: its table is gone, and so are the queries on it."));
            var retired = new ArrayList<>(known.retired());
            retired.removeAll(ripe);
            replaced.forEach(file -> retired.add(new Retired(file, clock.instant())));
            return new Plan(new Catalog(tables, known.views(), retired), changes, removable);
        }

        /**
         * Whether a file may be a new table. Duckboard's own files that belong to no table are being added or removed,
         * unless the catalog that named them is lost.
         */
        private boolean isNews(File file) {
            return file.place() == Place.LAKE
                    && known.tables().stream()
                            .flatMap(table -> table.files().stream())
                            .noneMatch(file::isAt)
                    && known.tables().stream()
                            .noneMatch(table ->
                                    table.copy().filter(file.path()::equals).isPresent())
                    && known.retired().stream().map(Retired::file).noneMatch(file::isAt)
                    && !(isPublished && lake.isOwn(own, file));
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
            return known.format() < Catalog.FORMAT && (lake.isCopy(file, built) || lake.isOlder(file, table.builtAt()));
        }

        private void takeOver(Table table, File file) {
            Table theirs = reread(table, List.of(file), "others have exported it to " + file.path());
            tables.add(theirs);
            if (!theirs.equals(table)) {
                replaced.addAll(table.files());
            }
        }

        private void refresh(Table table) {
            List<File> changed = listing.changed(table);
            List<File> gone = listing.gone(table);
            List<File> appeared = appeared(table);
            boolean prunes = !gone.isEmpty() && missing == Missing.PRUNE;
            gone.stream()
                    .filter(file -> !prunes)
                    .forEach(file -> tell(
                            Change.Kind.MISSING,
                            table.name(),
                            "lacks " + file.path() + ", which is gone; --prune takes it out."));
            List<File> files = new ArrayList<>();
            table.files().stream()
                    .filter(file -> !prunes || !gone.contains(file))
                    .forEach(file -> files.add(listing.now(file).orElse(file)));
            files.addAll(appeared);
            if (files.isEmpty() && prunes) {
                tell(Change.Kind.PRUNED, table.name(), "is no table any more: all its files are gone.");
            } else if (changed.isEmpty() && appeared.isEmpty() && !prunes) {
                tables.add(table);
            } else {
                tables.add(reread(table, files, told(changed, appeared, prunes ? gone : List.of())));
            }
        }

        /** Adds new partitions, and new files in known partitions. */
        private List<File> appeared(Table table) {
            if (table.partitionColumns().isEmpty() || table.files().isEmpty()) {
                return List.of();
            }
            String source = Discovery.source(table.files().getFirst().path());
            List<File> appeared = unlisted.stream()
                    .filter(file ->
                            !source.isEmpty() && Discovery.source(file.path()).equals(source))
                    .toList();
            return appeared.stream().filter(file -> !isLeft(file, table)).toList();
        }

        /**
         * A load from before the journal existed may have died and left files of days. Read with the table's own, they
         * count twice.
         */
        private boolean isLeft(File file, Table table) {
            boolean left = DAY_OF_A_LOAD.matcher(file.path()).matches()
                    && table.files().stream()
                            .anyMatch(
                                    other -> DAY_OF_A_LOAD.matcher(other.path()).matches());
            if (left) {
                tell(
                        Change.Kind.LEFT,
                        file.path(),
                        "is left out of " + table.name()
                                + ", and left alone: it is named as by a load of Duckboard's, and"
                                + " no record says so. If it is yours, give it another name; if not, remove it.");
            }
            return left;
        }

        private Table reread(Table table, List<File> files, String what) {
            List<File> present =
                    files.stream().filter(file -> listing.now(file).isPresent()).toList();
            try {
                Table fresh = footers.read(table, files, present);
                tell(Change.Kind.UPDATED, table.name(), what + ": " + fresh.rows() + " rows.");
                return fresh;
            } catch (FailureException e) {
                tell(
                        Change.Kind.UNREADABLE,
                        table.name(),
                        "stays as it was: " + e.failure().text());
                return table;
            }
        }

        private void discover() {
            Set<File> taken = tables.stream()
                    .flatMap(table -> table.files().stream())
                    .collect(Collectors.toCollection(HashSet::new));
            Set<String> sources = known.tables().stream()
                    .filter(table -> !table.partitionColumns().isEmpty())
                    .flatMap(table -> table.files().stream())
                    .map(file -> Discovery.source(file.path()))
                    .collect(Collectors.toSet());
            List<String> paths = unlisted.stream()
                    .filter(Predicate.not(taken::contains))
                    .map(File::path)
                    .filter(path -> !sources.contains(Discovery.source(path)))
                    .toList();
            List<String> names = tables.stream().map(Table::name).toList();
            for (Table found : Discovery.catalog(paths, names).tables()) {
                List<File> files = found.files().stream()
                        .flatMap(file -> listing.now(file).stream())
                        .toList();
                try {
                    Table table = footers.read(found, files, files);
                    tables.add(table);
                    tell(Change.Kind.ADDED, table.name(), "is a new table: " + table.rows() + " rows.");
                } catch (FailureException e) {
                    tell(
                            Change.Kind.UNREADABLE,
                            found.name(),
                            "is no table: " + e.failure().text());
                }
            }
        }

        private void tell(Change.Kind kind, String name, String text) {
            changes.add(new Change(kind, name, text));
        }
    }

    private static String told(List<File> changed, List<File> appeared, List<File> gone) {
        var parts = new ArrayList<String>();
        count(changed, "changed").ifPresent(parts::add);
        count(appeared, "appeared").ifPresent(parts::add);
        count(gone, "taken out").ifPresent(parts::add);
        return String.join(", ", parts);
    }

    private static Optional<String> count(List<File> files, String what) {
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(files.size() + (files.size() == 1 ? " file " : " files ") + what);
    }
}
