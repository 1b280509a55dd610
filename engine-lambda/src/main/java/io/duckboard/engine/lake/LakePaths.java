package io.duckboard.engine.lake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.guard.AllowedPaths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a lake and of its workspace that queries may read by path, both in a folder and in a bucket. */
public final class LakePaths implements AllowedPaths {

    private final List<Root> roots;
    private Catalog catalog = new Catalog(List.of());
    private @Nullable Map<Catalog.Place, Set<String>> listed;

    /** For a lake that is its own workspace. */
    public LakePaths(LakeLocation lake) {
        this.roots = List.of(new Root(lake, Set.of(Catalog.Place.values())));
    }

    private LakePaths(LakeLocation lake, LakeLocation workspace) {
        this.roots = List.of(
                new Root(lake, Set.of(Catalog.Place.LAKE)), new Root(workspace, Set.of(Catalog.Place.WORKSPACE)));
    }

    /** @param workspace the lake itself, or a place such that neither is inside the other */
    public static LakePaths of(LakeLocation lake, LakeLocation workspace) {
        return lake.equals(workspace) ? new LakePaths(lake) : new LakePaths(lake, workspace);
    }

    /** Lists the files of this catalog's tables, and no others. */
    public void list(Catalog catalog) {
        this.catalog = catalog;
        this.listed = null;
    }

    @Override
    public Optional<String> belowLake(String path) {
        return at(path).map(root -> root.below(path))
                .filter(below -> !LakeLayout.leadsToPrivate(below))
                .findFirst();
    }

    @Override
    public boolean isListed(String path) {
        return at(path).anyMatch(root -> root.places().stream()
                .anyMatch(place -> listed().getOrDefault(place, Set.of()).contains(root.below(path))));
    }

    @Override
    public Optional<String> linkLeadingOut(String path) {
        return at(path).flatMap(root -> root.linkLeadingOut(path).stream()).findFirst();
    }

    /** Made when it is first asked for, since few queries name files. */
    private Map<Catalog.Place, Set<String>> listed() {
        if (listed == null) {
            listed = catalog.tables().stream()
                    .flatMap(table -> table.files().stream())
                    .collect(groupingBy(Catalog.File::place, mapping(Catalog.File::path, toSet())));
        }
        return listed;
    }

    private Stream<Root> at(String path) {
        return roots.stream().filter(root -> path.startsWith(root.prefix()));
    }

    /** @param places of the files that lie here */
    private record Root(LakeLocation location, Set<Catalog.Place> places) {

        String prefix() {
            return location.toString().endsWith("/") ? location.toString() : location + "/";
        }

        String below(String path) {
            return path.substring(prefix().length());
        }

        Optional<String> linkLeadingOut(String path) {
            return switch (location) {
                case LakeLocation.Folder folder -> new FolderLinks(folder.path()).leadingOut(below(path));
                case LakeLocation.Bucket bucket -> Optional.empty();
            };
        }
    }
}
