package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.Catalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A lake's {@code models/} and its catalog, for the transform. Files get names that nothing has had before, and readers
 * see them when the catalog that names them is swapped.
 */
public sealed interface ModelStore permits FolderModels, S3Models {

    String FOLDER = BuiltModel.FOLDER;

    /**
     * Begins what a run makes of a model: a file, or a folder of partitions.
     *
     * @param partitionBy its columns; none for one file
     * @param files how to reach files that are not on this machine
     * @throws LakeException if the lake cannot be written
     */
    Draft draft(String model, UUID run, List<String> partitionBy, RemoteFiles files) throws LakeException;

    /** Puts a file's copy in the place of what has that path, byte for byte: by its end it is known as no other's. */
    void copy(Catalog.File file, String path) throws LakeException;

    /**
     * The files at the path that a draft was published as.
     *
     * @throws LakeException if there are none, or one has a name that no catalog can have
     */
    List<Catalog.File> files(String path, RemoteFiles files) throws LakeException;

    /** What is published now; empty where nothing is. */
    Optional<Published> published() throws LakeException;

    /**
     * Swaps the catalog.
     *
     * @param expected the version of what was published when the work began
     * @return whether it is swapped; not if somebody else has published since
     */
    boolean publish(Catalog catalog, Optional<String> expected) throws LakeException;

    /** Paths of all files below {@code models/}. */
    List<String> paths(RemoteFiles files) throws LakeException;

    /** When a file was last written; empty if it is gone. */
    Optional<Instant> writtenAt(String path) throws LakeException;

    /** Removes a file; one that is gone already is no failure. */
    void remove(String path) throws LakeException;

    /** Removes what runs that died left where files are made, if it is older than {@code before}. */
    void removeDrafts(Instant before) throws LakeException;

    /** @param version changes with every publish */
    record Published(Catalog catalog, String version) {}

    /** Where a run's files of a model lie; one file, or a folder. */
    static String path(String model, UUID run, List<String> partitionBy) {
        return FOLDER + "/" + model + "/" + run + (partitionBy.isEmpty() ? ".parquet" : "");
    }
}
