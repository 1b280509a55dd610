package io.duckboard.engine.catalog.journal;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;

/** Accesses the files of a lake or of its workspace, in a folder or on S3, by their paths below it. */
public interface LakeFiles {

    /** The file at this path; empty if there is none. A link counts as a file and is not followed. */
    Optional<Written> find(String path) throws IOException;

    /** Whether a file's version changes whenever its content changes. An ETag does; a modification time may not. */
    boolean areVersionsDigests();

    /** The digest of a file's content, in hex. */
    String sha256(String path) throws IOException;

    /** All files below a folder by their paths, as they are now; none if it is not there. */
    SortedMap<String, Written> below(String folder) throws IOException;

    /** A small text; empty if there is no such file, or it cannot be read. */
    Optional<String> read(String path) throws IOException;

    /**
     * Writes a small text over a file whose content is the beginning of that text.
     *
     * @param known how many characters are in the file already; if 0, the file does not exist yet
     */
    void write(String path, String text, int known) throws IOException;

    /** Removes the file. A file that is gone already does not count as a failure. */
    void remove(String path) throws IOException;
}
