package io.duckboard.engine.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the folders at the top of a lake are for. */
public final class LakeLayout {

    /** Where Duckboard itself keeps data. */
    public static final List<String> DATA = List.of("dashboard", "dataset", "models", "partitioned", "reference");

    /** What is Duckboard's alone: nobody else has a folder of this name, and other engines pass over it. */
    public static final String PRIVATE = "_duckboard";

    /** Whole answers, which their askers alone may fetch, until they expire. */
    public static final String RESULTS = PRIVATE + "/results";

    /** Markers of cancelled queries. */
    public static final String CONTROL = PRIVATE + "/control";

    /** Work that is not finished. */
    public static final String STAGING = PRIVATE + "/staging";

    /** Records of what Duckboard has written. */
    public static final String JOURNAL = PRIVATE + "/journal";

    /**
     * Where catalogs of format 1 had their lake keep what is private. Other people have folders of these names, so
     * nothing there is touched; answers may still lie there, so nothing there is read.
     */
    public static final List<String> BEFORE = List.of("control", "results", "staging");

    private LakeLayout() {}

    /** Whether a folder at the top is not for queries; some file systems do not tell capitals. */
    public static boolean isPrivate(String folder) {
        String name = folder.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || name.equals(PRIVATE) || BEFORE.contains(name);
    }

    /** Whether a path leads into what is private to this lake, or to another one below it. */
    public static boolean leadsToPrivate(String path) {
        return isPrivate(path.split("/", 2)[0]) || isOfDuckboardAlone(path);
    }

    /** Whether a path leads into {@link #PRIVATE} of any lake. */
    static boolean isOfDuckboardAlone(String path) {
        return Stream.of(path.split("/", -1)).anyMatch(PRIVATE::equalsIgnoreCase);
    }

    /** Whether what has this name is never a table: private, or what Spark and its like leave in the midst of work. */
    public static boolean isHidden(String name) {
        return name.startsWith("_") || isPrivate(name);
    }
}
