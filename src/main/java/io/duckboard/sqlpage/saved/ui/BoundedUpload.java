package io.duckboard.sqlpage.saved.ui;

import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Takes files into memory. Of a file that is too large, it reads only enough to know that. Only the page keeps the
 * limit that it is told, but a client can send anything to the page's upload address.
 */
final class BoundedUpload implements UploadHandler {

    private static final long serialVersionUID = 1L;

    private final int mostBytes;
    private final transient FileTaker taker;
    private final transient Consumer<String> refusals;

    /**
     * @param taker called with the session's lock
     * @param refusals called with a sentence, also with the session's lock
     */
    BoundedUpload(int mostBytes, FileTaker taker, Consumer<String> refusals) {
        this.mostBytes = mostBytes;
        this.taker = taker;
        this.refusals = refusals;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        // The size that a request states may be wrong or missing.
        if (event.getFileSize() > mostBytes) {
            refuse(event);
            return;
        }
        // Not closed, because closing would read the rest.
        InputStream in = event.getInputStream();
        byte[] content = in.readNBytes(mostBytes + 1);
        if (content.length > mostBytes) {
            refuse(event);
            return;
        }
        inSession(event, () -> {
            try {
                taker.take(event.getFileName(), content);
            } catch (IOException e) {
                throw new UncheckedIOException("An upload cannot be read.", e);
            }
        });
    }

    private void refuse(UploadEvent event) {
        String reason = "“" + event.getFileName() + "” was not taken: it is larger than " + mostBytes / 1_000_000
                + " MB. Pack its files into several archives.";
        event.reject(reason);
        inSession(event, () -> refusals.accept(reason));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Failures there go to the session's error handler.
    private static void inSession(UploadEvent event, Command command) {
        event.getUI().access(command);
    }
}
