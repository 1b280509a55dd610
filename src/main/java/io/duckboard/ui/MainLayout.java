package io.duckboard.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import io.duckboard.board.folder.Dashboards;
import io.duckboard.client.QueryService;
import io.duckboard.client.QuerySettings;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;

/** The frame around every page: the name, the links to the other pages, the lake, the engine and the colour scheme. */
@Layout
public final class MainLayout extends AppLayout {

    private final QueryService queries;
    private final Asker asker;
    private final EngineDot engine;
    private final Dashboards dashboards;
    private Optional<DashboardLinks> links = Optional.empty();
    private Runnable stopListening = () -> {};
    private Runnable stopLooking = () -> {};

    MainLayout(
            QueryService queries,
            QuerySettings settings,
            Supplier<Asker> askers,
            Dashboards dashboards,
            @Value("${duckboard.lake}") String lake) {
        this.queries = queries;
        this.asker = askers.get();
        this.dashboards = dashboards;
        if (settings.function().isPresent()) {
            addClassName("engine-on-aws");
        }
        this.engine = new EngineDot(queries.engine());
        setPrimarySection(Section.NAVBAR);
        addToNavbar(new DrawerToggle(), brand(), surroundings(place(settings, lake)));
        addToDrawer(navigation());
    }

    private static Anchor brand() {
        var mark = new Image("icons/duckboard.svg", "");
        var brand = new Anchor("", mark, new Span("Duckboard"));
        brand.addClassName("brand");
        // On a phone only the logo is visible.
        brand.getElement().setAttribute("aria-label", "Duckboard");
        return brand;
    }

    private Div surroundings(Span place) {
        place.addClassName("lake");
        place.setVisible(asker.may(Place.DATA));
        var surroundings = new Div(place, engine);
        SessionAsker.person().map(PersonMenu::new).ifPresent(surroundings::add);
        surroundings.add(new SchemeToggle());
        surroundings.addClassName("surroundings");
        return surroundings;
    }

    /** A deployed engine has its own lake, whatever this machine's home would have. */
    private static Span place(QuerySettings settings, String lake) {
        Optional<String> function = settings.function()
                .filter(_ -> lake.equals(settings.home().resolve("lake").toString()));
        var place = new Span(
                function.orElseGet(() -> lake.replaceFirst("^" + Pattern.quote(System.getProperty("user.home")), "~")));
        place.setTitle(function.map(name -> "The engine on AWS: " + name).orElse("The lake: " + lake));
        return place;
    }

    private SideNav navigation() {
        var navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", "Pages");
        MenuConfiguration.getMenuEntries().stream().filter(this::isOpen).forEach(page -> add(page, navigation));
        return navigation;
    }

    private boolean isOpen(MenuEntry page) {
        return PageAccess.place(page.menuClass()).filter(asker::may).isPresent();
    }

    private void add(MenuEntry page, SideNav navigation) {
        SideNavItem item = item(page);
        navigation.addItem(item);
        if (PageAccess.place(page.menuClass()).equals(Optional.of(Place.BOARDS))) {
            links = Optional.of(new DashboardLinks(navigation, item));
        }
    }

    private static SideNavItem item(MenuEntry page) {
        var item = new SideNavItem(page.title(), page.path(), new Glyph(page.icon()));
        // The dashboard's path is empty, and every path is below the empty one.
        item.setMatchNested(!page.path().isEmpty() && !page.path().equals("/"));
        return item;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (asker.may(Place.ENGINE_STATE)) {
            engine.show(queries.state());
            stopListening = queries.onCall(event.getUI().accessLater(engine::show, () -> {}));
        }
        links.ifPresent(shown -> stopLooking = dashboards.onChange(event.getUI().accessLater(shown::show, () -> {})));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopListening.run();
        stopLooking.run();
    }
}
