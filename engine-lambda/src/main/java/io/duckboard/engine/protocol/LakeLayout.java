package io.duckboard.engine.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the folders at the top of a lake are for. */
public final class LakeLayout {

    /** Where Duckboard itself keeps data. */
    public static final List<String> DATA = List.of("dashboard", "dataset", "models", "partitioned", "reference");

    /** Other people's answers, their cancel markers, and work that is not finished. */
    private static final Set<String> PRIVATE = Set.of("control", "results", "staging");

    private LakeLayout() {}

    /** Whether a folder is not for queries; some file systems do not tell capitals. */
    public static boolean isPrivate(String folder) {
        return folder.startsWith(".") || PRIVATE.contains(folder.toLowerCase(Locale.ROOT));
    }

    /** Whether what has this name is never a table: private, or what Spark and its like leave in the midst of work. */
    public static boolean isHidden(String name) {
        return name.startsWith("_") || isPrivate(name);
    }

    /** Whether Duckboard may have put a file there; others may as well. */
    public static boolean isOwn(String path) {
        return DATA.contains(path.split("/", 2)[0]);
    }
}
