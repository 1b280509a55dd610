package io.duckboard.engine.catalog.journal;

import io.duckboard.engine.catalog.Catalog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which files of a lake are Duckboard's own according to the journal at one moment. Only those may be removed. */
public final class Ownership {

    /** The upload of a large file to a store may take hours. */
    private static final Duration UNFINISHED = Duration.ofDays(1);

    private final LakeFiles files;
    private final Journal journal;
    private final List<StoredRecord> records;
    private final List<Entry> before;
    private Map<String, List<Entry>> byPath;

    private Ownership(LakeFiles files, Journal journal, List<StoredRecord> records, List<Entry> before) {
        this.files = files;
        this.journal = journal;
        this.records = new ArrayList<>(records);
        this.before = before;
        this.byPath = byPath();
    }

    /** According to the current journal. */
    public static Ownership of(LakeFiles files, Journal journal) throws IOException {
        return new Ownership(files, journal, journal.records(), List.of());
    }

    /**
     * According to the current journal and, if the published catalog is from before there was a journal, that catalog
     * too.
     */
    public static Ownership of(LakeFiles files, Journal journal, Optional<Catalog> published) throws IOException {
        Ownership known = of(files, journal);
        return published.isEmpty()
                ? known
                : new Ownership(
                        files, journal, known.records, new CatalogRecords(published.get()).unknownTo(known, files));
    }

    /** Whether a record says that Duckboard wrote the file, and the file has not changed since. */
    public boolean isOwn(String path) throws IOException {
        List<Entry> recorded = entries(path);
        // Most files have no record, and looking at each one costs a request.
        Optional<Written> now = recorded.isEmpty() ? Optional.empty() : files.find(path);
        if (now.isEmpty()) {
            return false;
        }
        for (Entry entry : recorded) {
            if (entry.isOf(path, now.get(), files)) {
                return true;
            }
        }
        return false;
    }

    /** The same for a file that has been looked at already. Does not read the file if its version is unchanged. */
    public boolean isOwn(String path, Written now) throws IOException {
        for (Entry entry : entries(path)) {
            if (entry.written().filter(now::equals).isPresent()) {
                return true;
            }
        }
        return isOwn(path);
    }

    /** Whether a record names the file, whether or not it is still as written. */
    public boolean isRecorded(String path) {
        return !entries(path).isEmpty();
    }

    /**
     * Whether the file is to be removed when no table uses it any more: a record names it, and people do not use its
     * path.
     */
    public boolean passes(String path) {
        List<Entry> recorded = entries(path);
        return !recorded.isEmpty() && recorded.stream().noneMatch(Entry::stays);
    }

    /**
     * Files that no table uses and whose runs have ended or died: such a run has started nothing since {@code before},
     * and what is not known to be finished is at least a day older than that.
     *
     * @param named whether a catalog names a path
     */
    public List<String> left(Predicate<String> named, Instant before) throws IOException {
        Set<UUID> alive = records.stream()
                .map(StoredRecord::record)
                .filter(record -> isAlive(record, before))
                .map(JournalRecord::run)
                .collect(Collectors.toSet());
        var left = new ArrayList<String>();
        for (StoredRecord stored : records) {
            if (!alive.contains(stored.record().run())) {
                for (Entry entry : stored.record().entries()) {
                    left.addAll(left(entry, named));
                }
            }
        }
        return left.stream().distinct().toList();
    }

    private static boolean isAlive(JournalRecord record, Instant before) {
        return !record.at().isBefore(record.isFinished() ? before : before.minus(UNFINISHED));
    }

    private List<String> left(Entry entry, Predicate<String> named) throws IOException {
        if (entry.stays()) {
            return List.of();
        }
        if (!entry.isFolder()) {
            return named.test(entry.path()) ? List.of() : List.of(entry.path());
        }
        Set<String> below = files.below(entry.path()).keySet();
        if (below.isEmpty()) {
            return List.of(entry.path());
        }
        return below.stream().filter(named.negate()).toList();
    }

    /**
     * Removes the files that are Duckboard's own, together with their records. Also removes records of files that are
     * gone or that others have replaced.
     *
     * @return the paths of the removed files
     */
    public List<String> remove(Collection<String> paths) throws IOException {
        List<Callable<Optional<String>>> removals = paths.stream()
                .<Callable<Optional<String>>>map(path -> () -> remove(path))
                .toList();
        List<String> removed =
                Parallel.requests(removals).stream().flatMap(Optional::stream).toList();
        forget(paths.stream().filter(this::passes).collect(Collectors.toSet()));
        return removed;
    }

    private Optional<String> remove(String path) throws IOException {
        if (!passes(path) || !isOwn(path)) {
            return Optional.empty();
        }
        files.remove(path);
        return Optional.of(path);
    }

    /**
     * Removes files below a folder: the named ones, and those that {@link #left} finds.
     *
     * @param catalog whose files are kept
     */
    public List<String> sweep(String folder, Collection<String> paths, Catalog catalog, Instant before)
            throws IOException {
        Set<String> named = Stream.concat(
                        catalog.tables().stream().flatMap(table -> table.files().stream()),
                        catalog.retired().stream().map(Catalog.Retired::file))
                .map(Catalog.File::path)
                .collect(Collectors.toSet());
        forgetVain(before);
        return remove(Stream.concat(paths.stream(), left(named::contains, before).stream())
                .filter(path -> folder.isEmpty() || path.startsWith(folder + "/"))
                .filter(path -> !named.contains(path))
                .distinct()
                .toList());
    }

    /**
     * Records of ended runs whose files people use but that are missing or belong to others now; also empty records.
     */
    private void forgetVain(Instant before) throws IOException {
        for (StoredRecord stored : List.copyOf(records)) {
            Set<String> vain = new HashSet<>();
            for (Entry entry : stored.record().entries()) {
                if (entry.stays() && !isAlive(stored.record(), before) && !isThere(entry)) {
                    vain.add(entry.path());
                }
            }
            if (!vain.isEmpty()) {
                forget(stored, vain);
            }
        }
        byPath = byPath();
        // On S3 a file is never half written.
        if (!files.areVersionsDigests()) {
            for (Map.Entry<String, Written> empty : journal.empty().entrySet()) {
                if (isOlder(empty.getValue(), before)) {
                    files.remove(empty.getKey());
                }
            }
        }
    }

    private boolean isThere(Entry entry) throws IOException {
        Optional<Written> now = files.find(entry.path());
        return now.isPresent()
                && (entry.written().filter(now.get()::equals).isPresent()
                        || entry.isOf(entry.path(), now.get(), files));
    }

    /** In a folder the version is a modification time. */
    private static boolean isOlder(Written file, Instant before) {
        return Instant.ofEpochMilli(Long.parseLong(file.version())).isBefore(before);
    }

    /** Removes these paths from all records. */
    public void forget(Set<String> gone) throws IOException {
        for (StoredRecord stored : List.copyOf(records)) {
            Set<String> here = new HashSet<>();
            for (Entry entry : stored.record().entries()) {
                if (gone.contains(entry.path()) || (entry.isFolder() && isEmptied(entry, gone))) {
                    here.add(entry.path());
                }
            }
            if (!here.isEmpty()) {
                forget(stored, here);
            }
        }
        byPath = byPath();
    }

    /** Later removals build on this state: on S3 a record is always rewritten as a whole. */
    private void forget(StoredRecord stored, Set<String> gone) throws IOException {
        records.remove(stored);
        journal.forget(stored, gone).ifPresent(records::add);
    }

    private boolean isEmptied(Entry folder, Set<String> gone) throws IOException {
        return gone.stream().anyMatch(folder::covers)
                && files.below(folder.path()).isEmpty();
    }

    private Map<String, List<Entry>> byPath() {
        return Stream.concat(records.stream().flatMap(stored -> stored.record().entries().stream()), before.stream())
                .collect(Collectors.groupingBy(Entry::path));
    }

    /** Those of the file itself, and those of the folders that it lies in. */
    private List<Entry> entries(String path) {
        var found = new ArrayList<>(byPath.getOrDefault(path, List.of()));
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            found.addAll(byPath.getOrDefault(path.substring(0, slash + 1), List.of()));
        }
        return found;
    }
}
