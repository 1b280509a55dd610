package io.duckboard.sqlpage.download.ui;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Distinguishes a browser that went away from an answer that broke off. */
final class BrowserStream extends FilterOutputStream {

    BrowserStream(OutputStream browser) {
        super(browser);
    }

    @Override
    public void write(int character) throws IOException {
        write(new byte[] {(byte) character}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new GoneException(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw new GoneException(e);
        }
    }

    static final class GoneException extends IOException {

        private static final long serialVersionUID = 1L;

        GoneException(IOException cause) {
            super("The browser takes no more.", cause);
        }
    }
}
