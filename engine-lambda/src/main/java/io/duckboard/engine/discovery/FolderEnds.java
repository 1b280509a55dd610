package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.Catalog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The ends of files in a folder of this machine. */
public record FolderEnds(Path root) implements FileEnds {

    @Override
    public byte[] end(Catalog.File file, int bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(root.resolve(file.path()), StandardOpenOption.READ)) {
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(bytes, channel.size()));
            long from = channel.size() - end.capacity();
            while (end.hasRemaining() && channel.read(end, from + end.position()) >= 0) {
                // A read may return fewer bytes than wanted.
            }
            return end.array();
        }
    }
}
