package io.duckboard.lake.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import software.amazon.awssdk.http.ContentStreamProvider;

/** A part of a file. It is opened again for each attempt to send it. */
record FileSlice(Path file, long from, long length) implements ContentStreamProvider {

    @Override
    public InputStream newStream() {
        try {
            return new Content(FileChannel.open(file), from, from + length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Content extends InputStream {

        private final FileChannel channel;
        private final long end;
        private long position;

        Content(FileChannel channel, long from, long end) {
            this.channel = channel;
            this.position = from;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            if (position >= end) {
                return -1;
            }
            int read = channel.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(count, end - position)), position);
            position += Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
