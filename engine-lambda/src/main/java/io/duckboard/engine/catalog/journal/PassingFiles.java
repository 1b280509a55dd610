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
 * Files in a folder that Duckboard writes for a while: answers, markers, unfinished work. The names of their records tell
 * when they end, so that nothing has to be read before. On S3 the bucket's lifecycle does as much.
 */
public final class PassingFiles {

    static final String FOLDER = LakeLayout.JOURNAL + "/passing";

    /** Seconds of the epoch, and a record's name. */
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
            // A kill came before anything was announced.
            files.remove(path);
        }
    }

    /** When what a record names ends; empty if it is none, but for the check in its name, which takes longer. */
    static Optional<Instant> end(String path) {
        Matcher name = NAME.matcher(path);
        return name.matches() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(name.group(1)))) : Optional.empty();
    }

    /** Removes what has had its time and still is what was written, with its record; and folders that nobody holds. */
    public void removeExpired() throws IOException {
        HeldFolder.removeAbandoned(files.root());
        Instant now = clock.instant();
        for (String path : files.below(FOLDER)) {
            Optional<Instant> end = end(path);
            if (end.isPresent() && !end.get().isAfter(now) && RecordName.endsIn(path)) {
                remove(path, files.read(path).orElse(""));
            }
        }
    }
}
