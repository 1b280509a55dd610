package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.journal.LakeFiles;
import io.duckboard.engine.catalog.store.CatalogStore;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** The files of a lake or workspace where models are built, and its catalog, in a folder or on S3. */
sealed interface ModelFiles permits FolderModels, S3Models {

    CatalogStore catalogs();

    LakeFiles all();

    /** @param path the target: a file, or a folder if it has partitions */
    Draft draft(String path, UUID run, List<String> partitionBy) throws IOException, LakeException;

    boolean copy(Catalog.File file, String path, UUID run) throws IOException, LakeException;

    List<Catalog.File> below(String path) throws IOException, LakeException;

    /** Removes temporary files that have expired. */
    void removeExpired() throws IOException;

    /** The description of a failure. */
    LakeException failure(IOException cause);

    /** Does it, or says why it cannot be done. */
    default <T> T translating(Work<T> work) throws LakeException {
        try {
            return work.run();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, LakeException;
    }
}
