package io.duckboard.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file's lines from the last to the first, a block at a time in memory. */
final class LinesBackwards implements AutoCloseable {

    private static final int BLOCK = 64 * 1024;

    /** No line of an audit is this long. */
    private static final int LONGEST = 1_000_000;

    private final FileChannel channel;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
    /** Where the block begins in the file. */
    private long begin;
    /** How many bytes of the block have not been looked at; they are its first ones. */
    private int left;

    private LinesBackwards(FileChannel channel, long before) {
        this.channel = channel;
        this.begin = before;
    }

    /** @param before where the line begins before which to begin; anything beyond the file is its end */
    static LinesBackwards open(Path file, long before) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new LinesBackwards(channel, Math.min(before, channel.size()));
    }

    /** Returns the line before, without its break; empty at the beginning of the file. */
    Optional<Line> next() throws IOException {
        if (position() == 0) {
            return Optional.empty();
        }
        var backwards = new ByteArrayOutputStream();
        int length = 0;
        for (int read = 0; position() > 0; read++) {
            byte last = last();
            if (last == '\n' && read > 0) {
                break;
            }
            left--;
            if (last != '\n' && length++ < LONGEST) {
                backwards.write(last);
            }
        }
        return Optional.of(new Line(position(), length > LONGEST ? "" : reversed(backwards.toByteArray())));
    }

    private long position() {
        return begin + left;
    }

    private byte last() throws IOException {
        if (left == 0) {
            left = (int) Math.min(BLOCK, begin);
            begin -= left;
            block.clear().limit(left);
            while (block.hasRemaining()) {
                if (channel.read(block, begin + block.position()) < 0) {
                    throw new IOException("the file has become shorter");
                }
            }
        }
        return block.get(left - 1);
    }

    private static String reversed(byte[] bytes) {
        return new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1))
                .reverse()
                .toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** @param begin where it begins in the file */
    record Line(long begin, String text) {}
}
