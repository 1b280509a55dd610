package io.duckboard.engine.catalog.store;

import io.duckboard.engine.catalog.journal.Entry;
import io.duckboard.engine.catalog.journal.Journal;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.StoredRecord;
import io.duckboard.engine.catalog.journal.Written;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Replaces an object at a path that people use, unless the object there belongs to somebody else. */
public record ObjectReplacement(ObjectFiles files, Journal journal) {

    /** @return whether it was replaced */
    public boolean put(ObjectContent content, String path, UUID run) throws IOException {
        Ownership own = Ownership.of(files, journal);
        Optional<Written> there = files.find(path);
        if (there.isPresent() && !own.isOwn(path)) {
            return false;
        }
        StoredRecord record =
                journal.begin(run, List.of(Entry.of(path, content.sha256()).staying()));
        Optional<String> version = files.put(path, content, there.map(Written::version));
        if (version.isEmpty()) {
            files.remove(record.path());
            return false;
        }
        journal.written(record, Map.of(path, new Written(content.bytes(), version.get())));
        // Removes the records of what was there before.
        own.forget(Set.of(path));
        return true;
    }
}
