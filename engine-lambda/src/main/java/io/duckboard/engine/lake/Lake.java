package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import java.io.IOException;
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
     * The versions of these files as they are now, as one text.
     *
     * @throws IOException if one is gone, or cannot be asked about
     */
    String versions(List<Catalog.File> files) throws IOException;

    /**
     * The content of catalog.json; {@code known} itself if nothing has changed since, empty if there is none.
     *
     * @throws LakeException if the lake or its catalog cannot be read
     */
    Optional<Snapshot> published(Snapshot known, RemoteFiles files) throws LakeException;

    /**
     * The tables that the files of a lake without a catalog suggest; {@code known} itself if nothing has changed since.
     *
     * @param files how DuckDB reads the lake
     * @throws LakeException if the lake cannot be read
     */
    Snapshot discovered(Snapshot known, RemoteFiles files) throws LakeException;
}
