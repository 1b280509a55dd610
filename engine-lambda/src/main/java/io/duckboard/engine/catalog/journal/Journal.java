package io.duckboard.engine.catalog.journal;

import io.duckboard.engine.catalog.LakeLayout;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * Lists, file by file, what Duckboard has written into a lake or its workspace and keeps there. Code that writes a
 * file first records it with the digest of its content or under a name of 128 random bits, and records its size and
 * version afterwards.
 */
public final class Journal {

    /**
     * Records lie directly in the journal's folder. {@link PassingFiles} and {@link HeldFolder} keep theirs below it.
     */
    private static final Pattern NAME = Pattern.compile(LakeLayout.JOURNAL + "/" + RecordName.PATTERN);

    private final LakeFiles files;
    private final Clock clock;

    public Journal(LakeFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** Records what is about to be written. */
    public StoredRecord begin(UUID run, List<Entry> entries) throws IOException {
        var record = new JournalRecord(run, clock.instant(), entries);
        String path = LakeLayout.JOURNAL + "/" + RecordName.make();
        String text = JournalJson.begun(record);
        files.write(path, text, 0);
        return new StoredRecord(path, text, record);
    }

    /** Records the result of the write. */
    public void written(StoredRecord begun, Map<String, Written> now) throws IOException {
        String text = begun.text() + JournalJson.written(now);
        files.write(begun.path(), text, begun.text().length());
    }

    /** All readable records. Other files among them belong to somebody else. */
    public List<StoredRecord> records() throws IOException {
        List<Callable<Optional<StoredRecord>>> reads = files.below(LakeLayout.JOURNAL).keySet().stream()
                .filter(Journal::isName)
                .<Callable<Optional<StoredRecord>>>map(path -> () -> read(path))
                .toList();
        return Parallel.requests(reads).stream().flatMap(Optional::stream).toList();
    }

    /** Records that a kill has left empty: nothing that they were to announce has been written. */
    Map<String, Written> empty() throws IOException {
        SortedMap<String, Written> empty = files.below(LakeLayout.JOURNAL);
        empty.entrySet().removeIf(file -> file.getValue().bytes() > 0 || !isName(file.getKey()));
        return empty;
    }

    /**
     * Removes entries of files that are gone. The record is removed with its last entry.
     *
     * @return the record as it is stored afterwards
     */
    Optional<StoredRecord> forget(StoredRecord stored, Set<String> gone) throws IOException {
        JournalRecord left = stored.record().without(gone);
        if (left.entries().isEmpty()) {
            files.remove(stored.path());
            return Optional.empty();
        } else {
            String text = stored.text() + (stored.text().endsWith("\n") ? "" : "\n") + JournalJson.gone(gone);
            files.write(stored.path(), text, stored.text().length());
            return Optional.of(new StoredRecord(stored.path(), text, left));
        }
    }

    private Optional<StoredRecord> read(String path) throws IOException {
        Optional<String> text = files.read(path);
        return text.flatMap(known -> JournalJson.read(known).map(record -> new StoredRecord(path, known, record)));
    }

    private static boolean isName(String path) {
        return NAME.matcher(path).matches() && RecordName.endsIn(path);
    }
}
