package io.duckboard.engine.lake;

import io.duckboard.engine.guard.AllowedPaths;
import io.duckboard.engine.protocol.LakeLocation;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parts of a lake that queries may read by path, in a folder and in a bucket alike. */
public final class LakePaths implements AllowedPaths {

    /** Other people's answers, their cancel markers, and work that is not finished. */
    private static final Set<String> PRIVATE = Set.of("control", "results", "staging");

    private final String root;

    public LakePaths(LakeLocation lake) {
        String place = lake.toString();
        this.root = place.endsWith("/") ? place : place + "/";
    }

    @Override
    public Optional<String> belowLake(String path) {
        return path.startsWith(root)
                ? Optional.of(path.substring(root.length())).filter(below -> !isPrivate(below.split("/", 2)[0]))
                : Optional.empty();
    }

    /** Whether a directory of the lake is hidden from queries; some file systems do not tell capitals. */
    static boolean isPrivate(String directory) {
        return directory.startsWith(".") || PRIVATE.contains(directory.toLowerCase(Locale.ROOT));
    }
}
