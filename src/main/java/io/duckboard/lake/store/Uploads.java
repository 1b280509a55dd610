package io.duckboard.lake.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.journal.Entry;
import io.duckboard.engine.catalog.journal.Parallel;
import io.duckboard.engine.catalog.journal.Sha256;
import io.duckboard.engine.catalog.journal.Written;
import io.duckboard.lake.store.LakeStore.Upload;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Makes the journal's entries for files that are put in place. */
final class Uploads {

    private Uploads() {}

    /** Makes the entries before the files exist, from the digests of their contents. */
    static List<Entry> entries(Collection<Upload> uploads) throws IOException {
        return Parallel.run(uploads.stream()
                .<Callable<Entry>>map(upload -> () -> entry(upload))
                .toList());
    }

    /** Makes the entries once the files exist. */
    static Map<String, Written> written(Collection<Catalog.File> files) {
        return files.stream().collect(Collectors.toMap(Catalog.File::path, Uploads::written));
    }

    static Written written(Catalog.File file) {
        return new Written(file.bytes(), file.version());
    }

    private static Entry entry(Upload upload) throws IOException {
        Entry entry = Entry.of(upload.path(), Sha256.of(upload.file()));
        return upload.stays() ? entry.staying() : entry;
    }
}
