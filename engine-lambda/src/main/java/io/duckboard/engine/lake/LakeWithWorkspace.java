package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLayout;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A read-only lake, and a separate place for everything that is made from it: catalog, models, added tables, answers.
 */
public final class LakeWithWorkspace implements Lake {

    private final Lake lake;
    private final Lake workspace;
    private final Prefixes prefixes;

    private LakeWithWorkspace(Lake lake, Lake workspace) {
        this.lake = lake;
        this.workspace = workspace;
        this.prefixes = new Prefixes(
                lake.prefixes().lake(), Optional.of(workspace.prefixes().lake()));
    }

    /** Only the lake if it is its own workspace. */
    public static Lake of(Lake lake, Lake workspace) {
        return lake.prefixes().equals(workspace.prefixes()) ? lake : new LakeWithWorkspace(lake, workspace);
    }

    @Override
    public Prefixes prefixes() {
        return prefixes;
    }

    /** In a workspace folder only Duckboard's own layout can be read, whether or not it exists yet. */
    @Override
    public List<String> readablePlaces() throws LakeException {
        List<String> own = workspace instanceof FolderLake
                ? LakeLayout.DATA.stream()
                        .map(name -> workspace.prefixes().lake() + name + "/")
                        .toList()
                : workspace.readablePlaces();
        return Stream.concat(lake.readablePlaces().stream(), own.stream()).toList();
    }

    @Override
    public String versions(List<Catalog.File> files) throws IOException {
        Map<Boolean, List<Catalog.File>> places =
                files.stream().collect(Collectors.partitioningBy(file -> file.place() == Catalog.Place.WORKSPACE));
        return lake.versions(places.getOrDefault(false, List.of()))
                + "\n"
                + workspace.versions(places.getOrDefault(true, List.of()));
    }

    @Override
    public Optional<Snapshot> published(Snapshot known, RemoteFiles files) throws LakeException {
        Optional<Snapshot> own = workspace.published(known, files);
        return own.isPresent() ? own : lake.published(known, files);
    }

    @Override
    public Snapshot discovered(Snapshot known, RemoteFiles files) throws LakeException {
        return lake.discovered(known, files);
    }
}
