package io.duckboard.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.server.auth.NavigationContext;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.security.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Where people sign in, opens a page only to those who may open it. For others it is not even built. */
@Component
final class PageAccess implements VaadinServiceInitListener, NavigationAccessChecker {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn people;
    private final transient Supplier<Asker> askers;

    PageAccess(SignedIn people, Supplier<Asker> askers) {
        this.people = people;
        this.askers = askers;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        if (people.isRequired()) {
            var control = new NavigationAccessControl(List.of(this), (answers, _) -> answers.getFirst());
            event.getSource().addUIInitListener(start -> start.getUI().addBeforeEnterListener(control));
        }
    }

    @Override
    public AccessCheckResult check(NavigationContext context) {
        if (context.isErrorHandling()) {
            return context.allow();
        }
        return place(context.getNavigationTarget())
                        .filter(place -> askers.get().may(place))
                        .isPresent()
                ? context.allow()
                : context.deny(askers.get().refusal());
    }

    static Optional<Place> place(Class<?> page) {
        return Optional.ofNullable(page.getAnnotation(Route.class))
                .map(Route::value)
                .flatMap(Place::page);
    }
}
