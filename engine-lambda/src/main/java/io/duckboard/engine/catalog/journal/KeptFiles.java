package io.duckboard.engine.catalog.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts the files that {@link PassingFiles} keep in a folder, using their records. Files that others have put there
 * are ignored. Each record is read only once, since what it says about a complete file does not change; a day of many
 * small answers brings thousands of records.
 */
public final class KeptFiles {

    /** Listing a folder that has just changed takes longer than writing a small answer. */
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(1);

    private final FolderFiles files;
    private final String folder;
    private final Clock clock;
    private Map<String, Known> known = new HashMap<>();
    private @Nullable Kept last;
    private long countedAt;

    /**
     * @param root of the lake or its workspace
     * @param folder below it
     */
    public KeptFiles(Path root, String folder, Clock clock) {
        this.files = new FolderFiles(root);
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * @param bytes the total size
     * @param firstEnd when the first of them expires
     */
    public record Kept(long bytes, Optional<Instant> firstEnd) {

        public static final Kept NOTHING = new Kept(0, Optional.empty());

        private Kept and(long more, Instant end) {
            return more == 0
                    ? this
                    : new Kept(
                            bytes + more,
                            Optional.of(firstEnd.filter(first -> first.isBefore(end))
                                    .orElse(end)));
        }
    }

    /** @param bytes the recorded size; empty if it has not been recorded yet */
    private record Known(Instant end, List<String> paths, Optional<Long> bytes) {}

    /** The files that have not expired, as recorded at most a second ago, plus those reported by {@link #add} since. */
    public synchronized Kept lately() throws IOException {
        Kept counted = last;
        return counted != null && System.nanoTime() - countedAt < BETWEEN_COUNTS.toNanos()
                ? counted
                : count(Count.RECORDED);
    }

    /** Reports one more file. */
    public synchronized void add(long bytes, Instant end) {
        Kept counted = last;
        last = counted == null ? null : counted.and(bytes, end);
    }

    /** What lies there now, without files that somebody has removed. Looks at each file. */
    public synchronized Kept present() throws IOException {
        return count(Count.PRESENT);
    }

    private enum Count {
        RECORDED,
        PRESENT
    }

    private Kept count(Count how) throws IOException {
        var still = new HashMap<String, Known>();
        Instant now = clock.instant();
        Kept kept = Kept.NOTHING;
        // Neither exists before anything has been written.
        String[] names = files.root().resolve(PassingFiles.FOLDER).toFile().list();
        for (String name : names == null ? new String[0] : names) {
            Known record = known.containsKey(name) ? known.get(name) : read(PassingFiles.FOLDER + "/" + name);
            still.put(name, record);
            if (record.end().isAfter(now)) {
                long bytes = how == Count.RECORDED && record.bytes().isPresent()
                        ? record.bytes().get()
                        : bytes(record.paths());
                kept = kept.and(bytes, record.end());
            }
        }
        still.values().removeIf(record -> record.bytes().isEmpty());
        known = still;
        last = kept;
        countedAt = System.nanoTime();
        return kept;
    }

    private Known read(String path) throws IOException {
        Optional<Instant> end = PassingFiles.end(path);
        if (end.isEmpty() || !RecordName.endsIn(path)) {
            return new Known(Instant.MIN, List.of(), Optional.of(0L));
        }
        Optional<JournalRecord> record = files.read(path).flatMap(JournalJson::read);
        if (record.isEmpty()) {
            // The file is just being written, or has been removed.
            return new Known(end.get(), List.of(), Optional.empty());
        }
        List<Entry> entries = record.get().entries().stream()
                .filter(entry -> entry.path().startsWith(folder + "/"))
                .toList();
        return new Known(
                end.get(),
                entries.stream().map(Entry::path).toList(),
                entries.stream().allMatch(entry -> entry.written().isPresent())
                        ? Optional.of(entries.stream()
                                .mapToLong(
                                        entry -> entry.written().orElseThrow().bytes())
                                .sum())
                        : Optional.empty());
    }

    private long bytes(List<String> paths) throws IOException {
        long bytes = 0;
        for (String path : paths) {
            bytes += files.find(path).map(Written::bytes).orElse(0L);
        }
        return bytes;
    }
}
