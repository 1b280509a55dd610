package io.duckboard.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a complete body from one that broke off. The JDK's HTTP client does not report the difference. */
final class UnbrokenStream extends FilterInputStream {

    private long missing;

    UnbrokenStream(InputStream body, long bytes) {
        super(body);
        this.missing = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read < 0 && missing > 0) {
            throw new IOException("The whole answer broke off, " + missing + " bytes before its end.");
        }
        missing -= Math.max(0, read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
