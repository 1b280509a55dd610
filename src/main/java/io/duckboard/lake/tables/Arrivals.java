package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.discovery.DataFile;
import io.duckboard.engine.discovery.Discovery;
import io.duckboard.engine.discovery.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where files go that the catalog does not know: to the table whose files they lie with, or to a new one. */
final class Arrivals {

    /** The names that loads gave to the files of a day before the journal existed. */
    private static final Pattern DAY_OF_A_LOAD =
            Pattern.compile("partitioned/.*\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.parquet");

    private final Map<String, List<DataFile>> joining = new HashMap<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<File, KnownTable> owners = new HashMap<>();

    private Arrivals(Collection<KnownTable> tables) {
        tables.stream()
                .filter(KnownTable::canGrow)
                .forEach(table -> table.files().forEach(file -> owners.put(file, table)));
    }

    static Arrivals of(FoundFiles found, Collection<KnownTable> tables) {
        var arrivals = new Arrivals(tables);
        for (Source source : Discovery.sources(found.candidates())) {
            List<DataFile> fresh = source.files().stream().filter(found::isNew).toList();
            if (!fresh.isEmpty()) {
                arrivals.add(new Source(source.folder(), source.stem(), fresh), arrivals.home(source));
            }
        }
        return arrivals;
    }

    /** The files that join a table. */
    List<DataFile> of(KnownTable table) {
        return joining.getOrDefault(table.table().name(), List.of());
    }

    /** The files of each new table. */
    List<Source> sources() {
        return sources;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    private void add(Source fresh, Optional<KnownTable> home) {
        if (home.isEmpty()) {
            sources.add(fresh);
            return;
        }
        boolean mayBeLeft = home.get().files().stream()
                .anyMatch(file -> DAY_OF_A_LOAD.matcher(file.path()).matches());
        String table = home.get().table().name();
        for (DataFile file : fresh.files()) {
            if (mayBeLeft && DAY_OF_A_LOAD.matcher(file.file().path()).matches()) {
                leftOut.add(left(file, table));
            } else {
                joining.computeIfAbsent(table, name -> new ArrayList<>()).add(file);
            }
        }
    }

    /**
     * A load from before the journal existed may have died and left files of days. Read with the table's own, they count
     * twice.
     */
    private static LeftOut left(DataFile file, String table) {
        return new LeftOut(
                file.file().path(),
                "It is named as by a load of Duckboard's into " + table + ", and no record says so.",
                "If it is yours, give it another name; if not, remove it.");
    }

    /**
     * The table whose files lie in this place. Earlier versions made a table of each file; new files join none of those.
     */
    private Optional<KnownTable> home(Source source) {
        Map<String, KnownTable> homes = new HashMap<>();
        for (DataFile file : source.files()) {
            KnownTable owner = owners.get(file.file());
            if (owner != null) {
                homes.put(owner.table().name(), owner);
            }
        }
        return homes.values().stream()
                .filter(table -> homes.size() == 1 || table.files().size() > 1)
                .max(Comparator.comparingInt((KnownTable table) -> table.files().size())
                        .thenComparing(table -> table.table().name()));
    }
}
