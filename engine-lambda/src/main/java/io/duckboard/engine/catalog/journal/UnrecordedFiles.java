package io.duckboard.engine.catalog.journal;

import io.duckboard.engine.catalog.LakeLayout;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Finds files in a lake's private folder that no record names. Duckboard does not remove them. */
public final class UnrecordedFiles {

    private final LakeFiles files;

    public UnrecordedFiles(LakeFiles files) {
        this.files = files;
    }

    /** Their paths, sorted by name. On S3 answers and markers have no records; the bucket's lifecycle removes them. */
    public List<String> paths() throws IOException {
        List<String> all = List.copyOf(files.below(LakeLayout.PRIVATE).keySet());
        List<String> records = all.stream()
                .filter(path -> path.startsWith(LakeLayout.JOURNAL + "/"))
                .toList();
        List<Optional<JournalRecord>> read = Parallel.requests(records.stream()
                .<Callable<Optional<JournalRecord>>>map(path ->
                        () -> RecordName.endsIn(path) ? files.read(path).flatMap(JournalJson::read) : Optional.empty())
                .toList());
        List<Entry> entries = read.stream()
                .flatMap(Optional::stream)
                .flatMap(record -> record.entries().stream())
                .toList();
        return all.stream()
                .filter(path -> !isKnown(path, records, read))
                .filter(path -> !files.areVersionsDigests() || path.startsWith(LakeLayout.JOURNAL + "/"))
                .filter(path -> entries.stream().noneMatch(entry -> entry.covers(path)))
                .toList();
    }

    private static boolean isKnown(String path, List<String> records, List<Optional<JournalRecord>> read) {
        int record = records.indexOf(path);
        return path.equals(LakeLayout.STAGING + "/.lock")
                || (record >= 0 && read.get(record).isPresent());
    }
}
