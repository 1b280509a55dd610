package io.duckboard.lake.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLayout;

/** Which of a lake's paths hold its data. */
final class Layout {

    private Layout() {}

    /** Whether a file is data that a catalog can name. */
    static boolean isData(String path) {
        return Catalog.File.isPath(path) && !path.equals(Catalog.FILE) && !LakeLayout.isPrivate(path.split("/", 2)[0]);
    }
}
