package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.Entry;
import io.duckboard.engine.catalog.journal.FolderFiles;
import io.duckboard.engine.catalog.journal.FolderReplacement;
import io.duckboard.engine.catalog.journal.FolderTree;
import io.duckboard.engine.catalog.journal.LakeFiles;
import io.duckboard.engine.catalog.journal.Passing;
import io.duckboard.engine.catalog.journal.PassingFiles;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.catalog.store.CatalogStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Models in a folder. They are made in the room of their engine, and moved when complete. */
final class FolderModels implements ModelFiles {

    /** No step of a run takes longer than a function may. */
    private static final Duration DRAFT_LIFE = Duration.ofHours(1);

    private final Path root;
    private final QueryRoom room;
    private final Catalog.Place place;
    private final CatalogStore catalogs;
    private final PassingFiles passing;

    /**
     * @param room in the same workspace
     * @param place whether this is the lake itself, or its workspace
     */
    FolderModels(LakeLocation.Folder workspace, QueryRoom room, Catalog.Place place, Clock clock) {
        this.root = workspace.path();
        this.room = room;
        this.place = place;
        this.catalogs = CatalogStore.in(root, clock);
        this.passing = new PassingFiles(root, clock);
    }

    @Override
    public CatalogStore catalogs() {
        return catalogs;
    }

    @Override
    public LakeFiles all() {
        return new FolderFiles(root);
    }

    @Override
    public Draft draft(String path, UUID run, List<String> partitionBy) throws IOException {
        room.enter();
        return new StagedModel(this, root, path, partitionBy, room, catalogs.journal(), run);
    }

    @Override
    public boolean copy(Catalog.File file, String path, UUID run) throws IOException {
        String folder = LakeLayout.STAGING + "/" + RandomName.make() + "/";
        Passing record = passing.begin(DRAFT_LIFE, List.of(Entry.random(folder)));
        try {
            Path staged = Files.createDirectories(root.resolve(folder)).resolve("copy");
            Files.copy(root.resolve(file.path()), staged);
            FolderTree.sync(staged);
            return new FolderReplacement(root, catalogs.journal()).put(staged, path, run);
        } finally {
            record.end();
        }
    }

    @Override
    public List<Catalog.File> below(String path) throws IOException {
        var found = new ArrayList<Catalog.File>();
        for (Path file : new FolderTree(root.resolve(path)).files()) {
            found.add(new Catalog.File(
                    root.relativize(file).toString().replace('\\', '/'),
                    Files.size(file),
                    Long.toString(Files.getLastModifiedTime(file).toMillis()),
                    place));
        }
        return found;
    }

    @Override
    public void removeExpired() throws IOException {
        passing.removeExpired();
    }

    @Override
    public LakeException failure(IOException cause) {
        return cause instanceof NoSuchFileException
                ? LakeException.gone(cause)
                : LakeException.unavailable(
                        "The lake's models cannot be written.",
                        "Check the rights of its folders models, dashboard and _duckboard, and the room on its disk.",
                        cause);
    }
}
