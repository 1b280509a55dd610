package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.LakeLayout;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A lake's {@link LakeLayout#RESULTS}, where whole answers stay until they expire. Each is there completely or not at
 * all.
 */
public sealed interface ResultStore permits FolderResults, S3Results {

    String FOLDER = LakeLayout.RESULTS;

    /** Longer than any engine takes to write, and long enough to fetch the answer. */
    Duration LIFE = Duration.ofDays(1);

    /** How long a link works. Whoever gets hold of it can read the file. */
    Duration LINK_LIFE = Duration.ofHours(1);

    /** Folders of this machine, with a slash at the end, that DuckDB must be able to write to. */
    List<String> writablePlaces();

    /**
     * Removes expired answers, if nothing else does.
     *
     * @throws LakeException if they cannot be removed
     */
    void removeExpired() throws LakeException;

    /**
     * Starts a file with a name that has never been used. In folders, also removes expired files every few minutes.
     *
     * @param extension the end of the name
     * @param files how to reach files that are not on this machine
     * @throws LakeException if the lake cannot be written, or has no more room
     */
    Draft draft(String extension, RemoteFiles files) throws LakeException;

    /**
     * Whole answers that were written as Parquet, for one query to read.
     *
     * @param names the names of the answers' files, without the extension
     * @param files how to reach files that are not on this machine
     * @throws LakeException if one does not exist
     */
    Parts parts(List<UUID> names, RemoteFiles files) throws LakeException;
}
