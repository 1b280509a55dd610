package io.duckboard.engine.catalog.store;

import io.duckboard.engine.catalog.journal.LakeFiles;
import java.io.IOException;
import java.util.Optional;

/** Files on S3, where a write can name the version it expects to replace. */
public interface ObjectFiles extends LakeFiles {

    /** How HTTP marks an ETag that does not stand for each byte. */
    String WEAK = "W/";

    /** A small object as a whole; empty if it does not exist. */
    Optional<StoredFile> get(String path) throws IOException;

    /**
     * Replaces an object.
     *
     * @param expected the version that must be there; empty if the object must not exist
     * @return the new version; empty if another version is there by now, or someone else is writing it at this moment
     */
    Optional<String> put(String path, ObjectContent content, Optional<String> expected) throws IOException;

    /** The ETag of a version, as a condition on it has to be written; a weak one begins with W/. */
    static String etag(String version) {
        return version.startsWith(WEAK) ? WEAK + '"' + version.substring(WEAK.length()) + '"' : '"' + version + '"';
    }
}
