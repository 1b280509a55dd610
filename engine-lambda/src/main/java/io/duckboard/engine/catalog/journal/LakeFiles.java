package io.duckboard.engine.catalog.journal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The files of a lake or of its workspace, in a folder or on S3, by their paths below it. */
public interface LakeFiles {

    /** A file as it lies there; empty if there is none. A link is one, and not what it leads to. */
    Optional<Written> find(String path) throws IOException;

    /** Whether a file's version changes with its content, whoever writes it: an ETag does, a time need not. */
    boolean areVersionsDigests();

    /** The digest of a file's content, in hex. */
    String sha256(String path) throws IOException;

    /** The paths of all files below a folder; none if it is not there. */
    List<String> below(String folder) throws IOException;

    /** A small text; empty if there is no such file, or it may not be read. */
    Optional<String> read(String path) throws IOException;

    /**
     * Writes a small text, over one that it begins with.
     *
     * @param known how many characters of it are there already; where there are none, there is no such file
     */
    void write(String path, String text, int known) throws IOException;

    /** One that is gone already is no failure. */
    void remove(String path) throws IOException;
}
