package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * A model that is made in a folder of its own.
 *
 * @param root of the lake or its workspace
 * @param path where below it the model goes
 * @param staging gone with the draft
 */
record StagedModel(Path root, String path, List<String> partitionBy, FolderTree staging) implements Draft {

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
        return FolderModels.told(() -> {
            Path whole = root.resolve(path);
            Path home = whole.resolveSibling("");
            Files.createDirectories(home);
            long bytes = new FolderTree(made()).sync();
            if (!partitionBy.isEmpty()) {
                // Asked twice for the same, which a broken connection may lead to.
                new FolderTree(whole).delete();
            }
            Files.move(made(), whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            FolderTree.sync(home);
            return new ResultFile(path, rows, bytes, Optional.empty());
        });
    }

    @Override
    public void close() throws LakeException {
        FolderModels.told(() -> {
            staging.delete();
            return staging;
        });
    }

    private Path made() {
        return staging.top().resolve("made");
    }
}
