package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.guard.AllowedPaths;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a lake and of its workspace that queries may read by path, both in a folder and in a bucket. */
public final class LakePaths implements AllowedPaths {

    private final List<String> roots;

    /** @param places the lake and its workspace; neither is inside the other */
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
                .filter(below -> !LakeLayout.leadsToPrivate(below))
                .findFirst();
    }
}
