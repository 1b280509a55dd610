package io.duckboard.engine.catalog.store;

import io.duckboard.engine.catalog.Catalog;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** The catalog file on S3. Writers exclude each other by naming the version they expect. */
record ObjectCatalog(ObjectFiles files) implements CatalogFile {

    @Override
    public Optional<StoredFile> read() throws IOException {
        return files.get(Catalog.FILE);
    }

    /** If an answer is lost, the client repeats the write and may then find the result of its own first attempt. */
    @Override
    public boolean swap(byte[] json, Optional<String> expected) throws IOException {
        return files.put(Catalog.FILE, ObjectContent.of(json), expected).isPresent()
                || read().filter(now -> Arrays.equals(now.content(), json)).isPresent();
    }
}
