package io.duckboard.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.trace.Reference;
import io.duckboard.trace.Traces;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Handles a click that met a fault of the app: the page stays, the log gets the trace, and the reader gets a sentence.
 */
@Component
final class FailureNotification implements VaadinServiceInitListener, ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureNotification.class);
    private static final Duration SHOWN = Duration.ofSeconds(8);

    private final Traces traces;

    FailureNotification(Traces traces) {
        this.traces = traces;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(start -> start.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        if (event.getThrowable() instanceof FailureException expected) {
            show(expected.failure().text());
        } else {
            String reference = Reference.of(traces);
            LOG.error("a page met a fault of the app, reference {}", reference, event.getThrowable());
            show("That did not work: Duckboard failed, and its log says why. Reload the page if it looks wrong."
                    + " Reference: " + reference);
        }
    }

    private static void show(String sentence) {
        if (UI.getCurrent() != null) {
            Notification.show(sentence, Math.toIntExact(SHOWN.toMillis()), Notification.Position.BOTTOM_CENTER);
        }
    }
}
