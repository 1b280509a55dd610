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
 * Counts what {@link PassingFiles} keep in a folder, by their records: what others have put there is no matter of ours.
 * Each record is read once, since what it says of a whole file stays so; thousands come in a day of many small answers.
 */
public final class KeptFiles {

    /** To list a folder that something was just added to takes longer than to write a small answer. */
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
     * @param bytes of all together
     * @param firstEnd when the first of them ends
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

    /** @param bytes as they were recorded; empty if that has not been done yet */
    private record Known(Instant end, List<String> paths, Optional<Long> bytes) {}

    /** What has not had its time: as it was recorded a second ago at most, with what {@link #add} has told since. */
    public synchronized Kept lately() throws IOException {
        Kept counted = last;
        return counted != null && System.nanoTime() - countedAt < BETWEEN_COUNTS.toNanos()
                ? counted
                : count(Count.RECORDED);
    }

    /** Tells of one more. */
    public synchronized void add(long bytes, Instant end) {
        Kept counted = last;
        last = counted == null ? null : counted.and(bytes, end);
    }

    /** What lies there now, without what somebody has removed: a look at each. */
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
        // None is there before anything has been written.
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
            // Just being written, or removed.
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
