package io.duckboard.sqlpage.download.ui;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.duckboard.client.QueryService;
import io.duckboard.sqlpage.download.Download;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Streams a whole answer through the app to the browser, as often as it is asked for. */
final class DownloadRequest implements DownloadHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(DownloadRequest.class);

    private final transient Download download;
    private final transient QueryService queries;
    private final transient Consumer<Outcome> listener;
    private final String fileName;

    /** @param listener called on the request's own thread */
    DownloadRequest(Download download, String fileName, QueryService queries, Consumer<Outcome> listener) {
        this.download = download;
        this.fileName = fileName;
        this.queries = queries;
        this.listener = listener;
    }

    /** How the transfer to the browser ended. */
    sealed interface Outcome {

        /** @param remarks sentences about what in the file differs from the answer */
        record Sent(List<String> remarks) implements Outcome {
            public Sent {
                remarks = List.copyOf(remarks);
            }
        }

        /** @param message a sentence */
        record NotThere(String message) implements Outcome {}

        /** The browser stopped reading. */
        record Abandoned() implements Outcome {}

        record BrokenOff() implements Outcome {}
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) {
        InputStream in;
        try {
            in = queries.open(download.answer().file());
        } catch (IOException e) {
            listener.accept(new Outcome.NotThere(String.valueOf(e.getMessage())));
            event.getResponse().setStatus(HttpStatusCode.GONE.getCode());
            return;
        }
        try (in) {
            event.setFileName(fileName);
            event.setContentType(download.format().contentType());
            event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
            event.getResponse().setHeader("Cache-Control", "no-store");
            download.size().ifPresent(event::setContentLength);
            listener.accept(new Outcome.Sent(download.write(in, new BrowserStream(event.getOutputStream()))));
        } catch (BrowserStream.GoneException e) {
            LOG.debug("a browser ended its download", e);
            listener.accept(new Outcome.Abandoned());
        } catch (IOException e) {
            LOG.warn("a download broke off: {}", e.getMessage());
            listener.accept(new Outcome.BrokenOff());
            // After an exception, Vaadin would end the response normally, and the browser would take a part for the
            // whole.
            throw new IOError(e);
        }
    }
}
