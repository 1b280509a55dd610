package io.duckboard.auditpage.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.duckboard.audit.Audit;
import io.duckboard.audit.AuditEvent;
import io.duckboard.audit.AuditExport;
import io.duckboard.audit.AuditFilter;
import io.duckboard.audit.AuditOutcome;
import io.duckboard.audit.AuditSearch;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import java.io.IOError;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Takes what is found home, as a file. That is recorded too. */
final class AuditExports extends Div {

    private final transient Audit audit;
    private final transient AuditExport export;
    private final transient Supplier<Asker> askers;
    private final transient Supplier<AuditFilter> filter;

    /** @param filter supplies what is looked for */
    AuditExports(Audit audit, AuditSearch search, Supplier<Asker> askers, Supplier<AuditFilter> filter) {
        this.audit = audit;
        this.export = new AuditExport(search);
        this.askers = askers;
        this.filter = filter;
        addClassName("audit-exports");
        add(
                new Anchor(
                        event -> send(event, "duckboard-audit.csv", "text/csv; charset=utf-8", export::csv),
                        "Export as CSV"),
                new Anchor(
                        event -> send(event, "duckboard-audit.jsonl", "application/jsonl", export::jsonLines),
                        "Export as JSON lines"));
    }

    private void send(DownloadEvent event, String name, String type, Format format) {
        Asker asker = askers.get();
        if (!asker.may(Place.AUDIT)) {
            record(asker, name, AuditOutcome.REFUSED);
            event.getResponse().setStatus(HttpStatusCode.FORBIDDEN.getCode());
            return;
        }
        event.setFileName(name);
        event.setContentType(type);
        event.getResponse().setHeader("Cache-Control", "no-store");
        try (OutputStream out = event.getOutputStream()) {
            format.write(locked(event), out);
            record(asker, name, AuditOutcome.SENT);
        } catch (IOException e) {
            record(asker, name, AuditOutcome.BROKEN_OFF);
            // After an exception, Vaadin would end the response normally, and the browser would take a part for the
            // whole.
            throw new IOError(e);
        }
    }

    /** The page may be changing meanwhile. */
    private AuditFilter locked(DownloadEvent event) {
        event.getSession().lock();
        try {
            return filter.get();
        } finally {
            event.getSession().unlock();
        }
    }

    private void record(Asker asker, String name, AuditOutcome outcome) {
        audit.record(new AuditEvent.Download(asker, "", outcome, Optional.of(name), OptionalLong.empty()));
    }

    @FunctionalInterface
    private interface Format {
        void write(AuditFilter filter, OutputStream out) throws IOException;
    }
}
