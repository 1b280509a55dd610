package io.duckboard.engine.catalog.store;

import io.duckboard.engine.catalog.Catalog;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** The one on S3, which keeps writers apart by what they expect. */
record ObjectCatalog(ObjectFiles files) implements CatalogFile {

    @Override
    public Optional<StoredFile> read() throws IOException {
        return files.get(Catalog.FILE);
    }

    /** A client repeats a write whose answer was lost, and then it is its own first try that is there. */
    @Override
    public boolean swap(byte[] json, Optional<String> expected) throws IOException {
        return files.put(Catalog.FILE, ObjectContent.of(json), expected).isPresent()
                || read().filter(now -> Arrays.equals(now.content(), json)).isPresent();
    }
}
