package io.duckboard.lake.source;

import com.github.luben.zstd.ZstdInputStream;
import io.duckboard.engine.failure.FailureException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** How a file is packed. */
enum Compression {
    NONE,
    GZIP,
    ZSTD;

    private static final int BUFFER = 1 << 16;

    /**
     * Opens a file, unpacked.
     *
     * @throws FailureException while it is read, if it is broken or cut off
     */
    InputStream open(Path file) throws IOException {
        var packed = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        return switch (this) {
            case NONE -> packed;
            case GZIP -> new Whole(file, new GZIPInputStream(packed, BUFFER));
            case ZSTD -> new Whole(file, new ZstdInputStream(packed));
        };
    }

    /** Says which file it is that ends early or is broken. */
    private static final class Whole extends FilterInputStream {

        private final Path file;

        Whole(Path file, InputStream unpacked) {
            super(unpacked);
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw broken(e);
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (IOException e) {
                throw broken(e);
            }
        }

        private FailureException broken(IOException cause) {
            return new FailureException(
                    file.getFileName() + " cannot be unpacked: it is broken, or not whole.", "Get it again.", cause);
        }
    }
}
