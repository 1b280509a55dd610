package io.duckboard.lake;

import io.duckboard.engine.protocol.Catalog;
import java.util.Locale;
import java.util.Set;

/** Which of a lake's paths hold its data. */
final class Layout {

    static final String STAGING = "staging";

    private static final Set<String> PRIVATE = Set.of("control", "results", STAGING);

    private Layout() {}

    /** Whether a file is data that a catalog can name; some file systems do not tell capitals. */
    static boolean isData(String path) {
        return Catalog.File.isPath(path) && !path.equals(Catalog.FILE) && !isPrivate(path.split("/", 2)[0]);
    }

    static boolean isPrivate(String folder) {
        return folder.startsWith(".") || PRIVATE.contains(folder.toLowerCase(Locale.ROOT));
    }
}
