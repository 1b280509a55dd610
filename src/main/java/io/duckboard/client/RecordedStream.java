package io.duckboard.client;

import io.duckboard.audit.AuditOutcome;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a whole answer, and tells it once at its end. */
final class RecordedStream extends FilterInputStream {

    private final Listener listener;
    private long bytes;
    private boolean isWhole;
    private boolean isTold;

    RecordedStream(InputStream in, Listener listener) {
        super(in);
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        isWhole |= read < 0;
        bytes += Math.max(0, read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        if (!isTold) {
            isTold = true;
            listener.ended(isWhole ? AuditOutcome.SENT : AuditOutcome.BROKEN_OFF, bytes);
        }
        in.close();
    }

    /** Hears of the end. */
    @FunctionalInterface
    interface Listener {
        void ended(AuditOutcome outcome, long bytes);
    }
}
