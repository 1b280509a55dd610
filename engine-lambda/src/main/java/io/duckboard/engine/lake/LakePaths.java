package io.duckboard.engine.lake;

import io.duckboard.engine.guard.AllowedPaths;
import io.duckboard.engine.protocol.LakeLocation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The parts of a lake and of its workspace that queries may read by path, in a folder and in a bucket alike. */
public final class LakePaths implements AllowedPaths {

    /** Other people's answers, their cancel markers, and work that is not finished. */
    private static final Set<String> PRIVATE = Set.of("control", "results", "staging");

    /** Where Duckboard itself keeps data. */
    static final List<String> LAYOUT = List.of("dashboard", "dataset", "models", "partitioned", "reference");

    private final List<String> roots;

    /** @param places the lake and its workspace; neither lies within another */
    public LakePaths(LakeLocation... places) {
        this.roots = Stream.of(places)
                .map(LakeLocation::toString)
                .map(place -> place.endsWith("/") ? place : place + "/")
                .distinct()
                .toList();
    }

    @Override
    public Optional<String> belowLake(String path) {
        return roots.stream()
                .filter(path::startsWith)
                .map(root -> path.substring(root.length()))
                .filter(below -> !isPrivate(below.split("/", 2)[0]))
                .findFirst();
    }

    /** Whether a directory of the lake is hidden from queries; some file systems do not tell capitals. */
    static boolean isPrivate(String directory) {
        return directory.startsWith(".") || PRIVATE.contains(directory.toLowerCase(Locale.ROOT));
    }
}
