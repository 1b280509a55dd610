package io.duckboard.engine.catalog.journal;

import io.duckboard.engine.catalog.LakeLayout;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The temporary files of one record. */
public final class Passing {

    private final FolderFiles files;
    private StoredRecord stored;

    Passing(FolderFiles files, StoredRecord stored) {
        this.files = files;
        this.stored = stored;
    }

    /** Records that a file is complete, in its current state. */
    public Written written(String path) throws IOException {
        Written now = files.find(path).orElseThrow(() -> new IOException(path + " is gone"));
        Map<String, Written> written = Map.of(path, now);
        String text = stored.text() + JournalJson.written(written);
        files.write(stored.path(), text, stored.text().length());
        stored = new StoredRecord(stored.path(), text, stored.record().written(written));
        return now;
    }

    /** Removes the files that are still as written, and their record. */
    public void end() throws IOException {
        for (Entry entry : stored.record().entries()) {
            if (entry.isFolder() && entry.path().startsWith(LakeLayout.STAGING + "/")) {
                new FolderTree(files.root().resolve(entry.path())).delete();
            } else if (!entry.isFolder()) {
                Optional<Written> now = files.find(entry.path());
                if (now.isPresent() && entry.isOf(entry.path(), now.get(), files)) {
                    files.remove(entry.path());
                }
            }
        }
        files.remove(stored.path());
    }
}
