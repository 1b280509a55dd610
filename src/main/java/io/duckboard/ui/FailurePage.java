package io.duckboard.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import io.duckboard.trace.Reference;
import io.duckboard.trace.Traces;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces a page that could not be built. The trace goes to the log, and the reader gets a sentence. */
@PageTitle("Something failed · Duckboard")
@ParentLayout(MainLayout.class)
final class FailurePage extends Div implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(FailurePage.class);

    private final transient Traces traces;

    FailurePage(Traces traces) {
        this.traces = traces;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String reference = Reference.of(traces);
        LOG.error("page /{} failed, reference {}", event.getLocation().getPath(), reference, parameter.getException());
        addClassNames("page", "dead-end");
        add(
                new H1("This page could not be shown"),
                new Paragraph("Duckboard failed while it built the page; its log says why. Reload to try again."
                        + " Reference: " + reference),
                new Anchor("", "To the dashboard"));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
