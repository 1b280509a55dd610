package io.duckboard.engine.catalog.journal;

import io.duckboard.engine.catalog.LakeLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Temporary files that Duckboard writes in a folder: answers, markers, unfinished work. The name of a record says when
 * its files expire, so that nothing has to be read to find out. On S3 the bucket's lifecycle does the same.
 */
public final class PassingFiles {

    static final String FOLDER = LakeLayout.JOURNAL + "/passing";

    /** Seconds since the epoch, and the name of a record. */
    private static final Pattern NAME = Pattern.compile(FOLDER + "/(\\d{1,12})-" + RecordName.PATTERN);

    private final FolderFiles files;
    private final Clock clock;

    /** @param root of the lake or its workspace */
    public PassingFiles(Path root, Clock clock) {
        this.files = new FolderFiles(root);
        this.clock = clock;
    }

    /** Records what is about to be written. */
    public Passing begin(Duration life, List<Entry> entries) throws IOException {
        Instant now = clock.instant();
        var record = new JournalRecord(RandomName.make(), now, entries);
        String path = FOLDER + "/" + now.plus(life).getEpochSecond() + "-" + RecordName.make();
        String text = JournalJson.begun(record);
        files.write(path, text, 0);
        return new Passing(files, new StoredRecord(path, text, record));
    }

    private void remove(String path, String text) throws IOException {
        Optional<JournalRecord> record = JournalJson.read(text);
        if (record.isPresent()) {
            new Passing(files, new StoredRecord(path, text, record.get())).end();
        } else if (text.isEmpty()) {
            // The process was killed before it announced anything.
            files.remove(path);
        }
    }

    /**
     * When the files of a record expire; empty if the name is not a record's. Does not verify the check in the name,
     * which takes longer.
     */
    static Optional<Instant> end(String path) {
        Matcher name = NAME.matcher(path);
        return name.matches() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(name.group(1)))) : Optional.empty();
    }

    /** Removes expired files that are still as written, with their records, and folders that nobody holds. */
    public void removeExpired() throws IOException {
        HeldFolder.removeAbandoned(files.root());
        Instant now = clock.instant();
        for (String path : files.below(FOLDER).keySet()) {
            Optional<Instant> end = end(path);
            if (end.isPresent() && !end.get().isAfter(now) && RecordName.endsIn(path)) {
                remove(path, files.read(path).orElse(""));
            }
        }
    }
}
