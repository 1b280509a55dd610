package io.duckboard.engine.catalog.store;

import java.io.IOException;
import java.util.Optional;

/** The file catalog.json of one lake or workspace: all that publishing needs of a folder or of S3. */
interface CatalogFile {

    /** What it says now; empty if there is none. */
    Optional<StoredFile> read() throws IOException;

    /**
     * Puts another in its place, which readers see whole or not at all.
     *
     * @param expected the version it must still have; empty if there must be none
     * @return whether it did; not if somebody else was there first
     */
    boolean swap(byte[] json, Optional<String> expected) throws IOException;
}
