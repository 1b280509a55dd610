package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.protocol.BuiltModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A lake's {@code models/} and its catalog, for the transform. Files get names that nothing has had before, and readers
 * see them when the catalog that names them is swapped. Each is recorded in the journal before it is written.
 */
public sealed interface ModelStore permits FolderModels, S3Models {

    String FOLDER = BuiltModel.FOLDER;

    /**
     * Begins what a run makes of a model: a file, or a folder of partitions.
     *
     * @param partitionBy its columns; none for one file
     * @throws LakeException if the lake cannot be written
     */
    Draft draft(String model, UUID run, List<String> partitionBy) throws LakeException;

    /**
     * Puts a file's copy in the place of what has that path, byte for byte: by its end it is known as no other's.
     *
     * @return whether it did; not if what lies there is not Duckboard's own, which stays
     */
    boolean copy(Catalog.File file, String path, UUID run) throws LakeException;

    /**
     * The files at the path that a draft was published as.
     *
     * @throws LakeException if there are none, or one has a name that no catalog can have
     */
    List<Catalog.File> files(String path) throws LakeException;

    /** What is published now; empty where nothing is. */
    Optional<Published> published() throws LakeException;

    /**
     * Swaps the catalog.
     *
     * @param expected what was published when the work began; one of before there was a journal is taken into it first
     * @return whether it is swapped; not if somebody else has published since
     */
    boolean publish(Catalog catalog, Optional<Published> expected) throws LakeException;

    /** Whether there is such a file. */
    boolean isThere(String path) throws LakeException;

    /** Which files are Duckboard's own now. */
    Ownership ownership(Optional<Published> known) throws LakeException;

    /**
     * Removes files that Duckboard has written below {@link #FOLDER}: those that are named, and those of runs that have
     * begun nothing since {@code before} and that {@code catalog} does not name. Others stay, whatever they are called.
     */
    void sweep(Ownership own, List<String> paths, Catalog catalog, Instant before) throws LakeException;

    /** @param version changes with every publish */
    record Published(Catalog catalog, String version) {}

    /** Where files of a model lie that nothing has had the name of: one file, or a folder. */
    static String newPath(String model, List<String> partitionBy) {
        return FOLDER + "/" + model + "/" + RandomName.make() + (partitionBy.isEmpty() ? ".parquet" : "");
    }
}
