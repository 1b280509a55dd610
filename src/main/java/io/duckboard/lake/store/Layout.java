package io.duckboard.lake.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLayout;

/** Tells which paths of a lake hold its data. */
final class Layout {

    private Layout() {}

    /** Whether a path is data that a catalog can name. */
    static boolean isData(String path) {
        return Catalog.File.isPath(path) && !path.equals(Catalog.FILE) && !LakeLayout.isPrivate(path.split("/", 2)[0]);
    }
}
