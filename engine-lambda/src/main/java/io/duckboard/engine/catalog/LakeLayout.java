package io.duckboard.engine.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The purpose of the folders at the top of a lake. */
public final class LakeLayout {

    /** The folder where Duckboard keeps its own data. */
    public static final List<String> DATA = List.of("dashboard", "dataset", "models", "partitioned", "reference");

    /** The folder that only Duckboard uses: nobody else has a folder of this name, and other engines skip it. */
    public static final String PRIVATE = "_duckboard";

    /** Whole answers, which stay until they expire. Only the person who asked for one may fetch it. */
    public static final String RESULTS = PRIVATE + "/results";

    /** Markers of cancelled queries. */
    public static final String CONTROL = PRIVATE + "/control";

    /** Unfinished work. */
    public static final String STAGING = PRIVATE + "/staging";

    /** Records of what Duckboard has written. */
    public static final String JOURNAL = PRIVATE + "/journal";

    /**
     * Where catalogs of format 1 kept the private files of their lake. Other people have folders of these names, so
     * Duckboard changes nothing there. Answers may still lie there, so queries may read nothing there.
     */
    public static final List<String> BEFORE = List.of("control", "results", "staging");

    private LakeLayout() {}

    /** Whether a folder at the top is hidden from queries. Ignores case, since some file systems do. */
    public static boolean isPrivate(String folder) {
        String name = folder.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || name.equals(PRIVATE) || BEFORE.contains(name);
    }

    /** Whether a path leads into the private files of this lake, or of another lake below it. */
    public static boolean leadsToPrivate(String path) {
        return isPrivate(path.split("/", 2)[0]) || isOfDuckboardAlone(path);
    }

    /** Whether a path leads into {@link #PRIVATE} of any lake. */
    static boolean isOfDuckboardAlone(String path) {
        return Stream.of(path.split("/", -1)).anyMatch(PRIVATE::equalsIgnoreCase);
    }

    /**
     * Whether a file or folder of this name is never a table: it is private, or Spark or a similar tool left it during
     * its work.
     */
    public static boolean isHidden(String name) {
        return name.startsWith("_") || isPrivate(name);
    }
}
