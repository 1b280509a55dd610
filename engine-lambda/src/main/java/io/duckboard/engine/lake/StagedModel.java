package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.journal.Entry;
import io.duckboard.engine.catalog.journal.FolderFiles;
import io.duckboard.engine.catalog.journal.FolderTree;
import io.duckboard.engine.catalog.journal.Journal;
import io.duckboard.engine.catalog.journal.StoredRecord;
import io.duckboard.engine.catalog.journal.Written;
import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A model that is being made in the room of its engine.
 *
 * @param files of the lake or workspace that the model becomes part of
 * @param root of the lake or its workspace
 * @param path of the model below the root, which has never been used before
 * @param room is left when the draft is closed
 */
record StagedModel(
        ModelFiles files, Path root, String path, List<String> partitionBy, QueryRoom room, Journal journal, UUID run)
        implements Draft {

    private Path made() {
        return room.folder().resolve("made");
    }

    @Override
    public String target() {
        return made().toString();
    }

    @Override
    public OutputStream stream() throws IOException {
        return Files.newOutputStream(made());
    }

    @Override
    public ResultFile publish(long rows) throws LakeException {
        return files.translating(() -> {
            Path whole = root.resolve(path);
            Path home = whole.resolveSibling("");
            long bytes = new FolderTree(made()).sync();
            StoredRecord record = journal.begin(run, List.of(Entry.random(partitionBy.isEmpty() ? path : path + "/")));
            Files.createDirectories(home);
            Files.move(made(), whole, StandardCopyOption.ATOMIC_MOVE);
            FolderTree.sync(home);
            journal.written(record, written(whole));
            return new ResultFile(path, rows, bytes, Optional.empty());
        });
    }

    private Map<String, Written> written(Path whole) throws IOException {
        var folder = new FolderFiles(root);
        var written = new HashMap<String, Written>();
        for (Path file : new FolderTree(whole).files()) {
            String name = root.relativize(file).toString().replace('\\', '/');
            written.put(name, folder.find(name).orElseThrow());
        }
        return written;
    }

    @Override
    public void close() throws LakeException {
        files.translating(() -> {
            room.leave();
            return room;
        });
    }
}
