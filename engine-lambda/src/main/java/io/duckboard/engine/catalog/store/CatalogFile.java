package io.duckboard.engine.catalog.store;

import java.io.IOException;
import java.util.Optional;

/** The file catalog.json of one lake or workspace, with the operations that publishing needs in a folder or on S3. */
interface CatalogFile {

    /** The current content; empty if there is no file. */
    Optional<StoredFile> read() throws IOException;

    /**
     * Replaces the file. Readers see the new content as a whole or not at all.
     *
     * @param expected the version the file must still have; empty if there must be no file
     * @return whether it was replaced; false if somebody else was first
     */
    boolean swap(byte[] json, Optional<String> expected) throws IOException;
}
