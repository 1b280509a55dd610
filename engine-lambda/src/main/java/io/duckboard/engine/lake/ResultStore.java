package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.LakeLayout;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A lake's {@link LakeLayout#RESULTS}, where whole answers lie until they expire: each is there whole or not at all. */
public sealed interface ResultStore permits FolderResults, S3Results {

    String FOLDER = LakeLayout.RESULTS;

    /** Longer than any engine writes, and long enough for whoever asked to fetch it. */
    Duration LIFE = Duration.ofDays(1);

    /** How long a link works: it is a key to the file for whoever gets hold of it. */
    Duration LINK_LIFE = Duration.ofHours(1);

    /** Folders of this machine, with a slash at the end, that DuckDB has to be able to write to. */
    List<String> writablePlaces();

    /**
     * Removes what has expired, where nobody else does.
     *
     * @throws LakeException if it cannot be removed
     */
    void removeExpired() throws LakeException;

    /**
     * Begins a file of a name that nothing has had; in folders, removes those that have expired, every few minutes.
     *
     * @param extension what the name ends in
     * @param files how to reach files that are not on this machine
     * @throws LakeException if the lake cannot be written, or has no room for more
     */
    Draft draft(String extension, RemoteFiles files) throws LakeException;

    /**
     * Whole answers that were written into Parquet, for one query to read.
     *
     * @param names of answers' files, without what they end in
     * @param files how to reach files that are not on this machine
     * @throws LakeException if one is not there
     */
    Parts parts(List<UUID> names, RemoteFiles files) throws LakeException;
}
