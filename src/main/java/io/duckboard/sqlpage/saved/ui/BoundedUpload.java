package io.duckboard.sqlpage.saved.ui;

import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Takes files into memory, and of one that is too large no more than shows that it is. The limit that a page is told is
 * kept by the page alone, and anything can be sent to the address that it sends to.
 */
final class BoundedUpload implements UploadHandler {

    private static final long serialVersionUID = 1L;

    private final int mostBytes;
    private final transient FileTaker taker;
    private final transient Consumer<String> refusals;

    /**
     * @param taker is called with the session's lock
     * @param refusals likewise, with a sentence
     */
    BoundedUpload(int mostBytes, FileTaker taker, Consumer<String> refusals) {
        this.mostBytes = mostBytes;
        this.taker = taker;
        this.refusals = refusals;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        // What a request says of its size it need not keep, and may not say at all.
        if (event.getFileSize() > mostBytes) {
            refuse(event);
            return;
        }
        // Not closed, which would read what is left of it.
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

    @SuppressWarnings("FutureReturnValueIgnored") // What fails there goes to the session's error handler.
    private static void inSession(UploadEvent event, Command command) {
        event.getUI().access(command);
    }
}
