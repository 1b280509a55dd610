package io.duckboard.auditpage.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.duckboard.audit.Audit;
import org.springframework.stereotype.Component;

/** Has the page where there is a file to show, and nowhere else. */
@Component
final class AuditPage implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient Audit audit;

    AuditPage(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        if (audit.path().isPresent()) {
            RouteConfiguration.forApplicationScope().setAnnotatedRoute(AuditView.class);
        }
    }
}
