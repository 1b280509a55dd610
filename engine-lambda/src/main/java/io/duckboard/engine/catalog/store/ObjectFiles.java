package io.duckboard.engine.catalog.store;

import io.duckboard.engine.catalog.journal.LakeFiles;
import java.io.IOException;
import java.util.Optional;

/** Files on S3, where a write may ask for what it replaces. */
public interface ObjectFiles extends LakeFiles {

    /** A small object, whole; empty if there is none. */
    Optional<StoredFile> get(String path) throws IOException;

    /**
     * Puts an object in the place of what is there.
     *
     * @param expected the version that must be there; empty if there must be none
     * @return its version; empty if something else is there by now, or another writes it at this moment
     */
    Optional<String> put(String path, ObjectContent content, Optional<String> expected) throws IOException;
}
