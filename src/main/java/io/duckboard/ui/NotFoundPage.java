package io.duckboard.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/** The page for an address that leads nowhere. */
@PageTitle("Page not found · Duckboard")
@ParentLayout(MainLayout.class)
final class NotFoundPage extends Div implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        addClassNames("page", "dead-end");
        add(
                new H1("There is no such page"),
                new Paragraph(
                        parameter.hasCustomMessage()
                                ? parameter.getCustomMessage()
                                : "Nothing is at “/%s”."
                                        .formatted(event.getLocation().getPath())),
                new Anchor("", "To the dashboard"));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
