package io.duckboard.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import io.duckboard.security.Asker;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;

/** Replaces a page that somebody may not open. */
@PageTitle("Not for this role · Duckboard")
@ParentLayout(MainLayout.class)
final class RefusedPage extends Div implements HasErrorParameter<AccessDeniedException> {

    private final transient Supplier<Asker> askers;

    RefusedPage(Supplier<Asker> askers) {
        this.askers = askers;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        Asker asker = askers.get();
        addClassNames("page", "dead-end");
        add(
                new H1("This page is not for you"),
                new Paragraph(asker.refusal() + " " + asker.refusalHint()),
                new Anchor("", "To the dashboard"));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
