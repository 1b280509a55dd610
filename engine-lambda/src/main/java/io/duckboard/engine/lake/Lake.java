package io.duckboard.engine.lake;

import java.util.List;

/** Where tables lie and which files they are made of. */
public sealed interface Lake permits FolderLake, S3Lake {

    /** What stands before a file's path below the lake to make it one that SQL can name; ends with a slash. */
    String prefix();

    /**
     * What queries may read: folders end with a slash, anything else is one file.
     *
     * @throws LakeException if the lake cannot be read
     */
    List<String> readablePlaces() throws LakeException;

    /**
     * The lake's catalog now; {@code known} itself if nothing was published since.
     *
     * @param files how to reach files that are not on this machine
     * @throws LakeException if the lake or its catalog cannot be read
     */
    Snapshot snapshot(Snapshot known, RemoteFiles files) throws LakeException;
}
