package io.duckboard.engine.lake;

import java.util.List;
import java.util.Optional;

/** Where tables lie and which files they are made of. */
public sealed interface Lake permits FolderLake, S3Lake, LakeWithWorkspace {

    Prefixes prefixes();

    /**
     * The paths that queries may read: a folder ends with a slash, anything else is one file.
     *
     * @throws LakeException if the lake cannot be read
     */
    List<String> readablePlaces() throws LakeException;

    /**
     * The lake's current catalog, either published or guessed; {@code known} itself if nothing has changed since.
     *
     * @param files how to reach files that are not on this machine
     * @throws LakeException if the lake or its catalog cannot be read
     */
    default Snapshot snapshot(Snapshot known, RemoteFiles files) throws LakeException {
        Optional<Snapshot> published = published(known, files);
        return published.isPresent() ? published.get() : discovered(known, files);
    }

    /** The content of catalog.json; empty if there is none. */
    Optional<Snapshot> published(Snapshot known, RemoteFiles files) throws LakeException;

    /** The tables that the files suggest. */
    Snapshot discovered(Snapshot known, RemoteFiles files) throws LakeException;
}
