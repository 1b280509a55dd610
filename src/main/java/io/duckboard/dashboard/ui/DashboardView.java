package io.duckboard.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;

@Route("")
class DashboardView extends Div {
    DashboardView() {
        add(new H1("Trip Dashboard"));
    }
}
