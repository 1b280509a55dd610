package io.duckboard.auditpage.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.duckboard.audit.Audit;
import io.duckboard.security.Place;
import org.springframework.stereotype.Component;

/**
 * Takes the page away where there is no file to show. It knows the page by its address alone: what this class knows,
 * every page would load before Vaadin itself.
 */
@Component
final class AuditPage implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient Audit audit;

    AuditPage(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        if (audit.path().isEmpty()) {
            RouteConfiguration.forApplicationScope().removeRoute(Place.AUDIT.place());
        }
    }
}
