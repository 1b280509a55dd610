package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.page.History;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.duckboard.board.Dashboard;
import io.duckboard.board.Filter;
import io.duckboard.board.FilterValues;
import io.duckboard.board.folder.Dashboards;
import io.duckboard.board.folder.FolderDashboard;
import io.duckboard.board.rule.RuleMade;
import io.duckboard.client.QueryService;
import io.duckboard.client.QuerySettings;
import io.duckboard.security.Asker;
import io.duckboard.ui.Moment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The dashboard in the address, or, without one, a list of all. */
@Route("d")
@StyleSheet("board.css")
@Menu(title = "All dashboards", order = 0.5, icon = "icons/dashboards.svg")
final class BoardView extends Div implements HasUrlParameter<String>, HasDynamicTitle, AfterNavigationObserver {

    /** An engine that is warm answers several tiles meanwhile, and then the page comes with them. */
    private static final Duration WAIT_FOR_TILES = Duration.ofMillis(150);

    /** What is typed in one go is one step back. */
    private static final Duration ONE_STEP = Duration.ofSeconds(2);

    private final Dashboards dashboards;
    private final BoardTools tools;
    private String wanted = "";
    private Optional<FolderDashboard> found = Optional.empty();
    private Optional<Board> board = Optional.empty();
    private Optional<BoardList> list = Optional.empty();
    private Optional<Filter> lastChanged = Optional.empty();
    private Instant lastChange = Instant.EPOCH;
    private Runnable stopListening = () -> {};

    BoardView(
            Dashboards dashboards, QueryService queries, QuerySettings settings, Supplier<Asker> askers, Clock clock) {
        this.dashboards = dashboards;
        this.tools = new BoardTools(queries, settings, askers.get(), clock);
        addClassNames("page", "board-page");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String name) {
        Map<String, List<String>> address =
                event.getLocation().getQueryParameters().getParameters();
        if (name == null || name.isEmpty()) {
            wanted = "";
            showList(dashboards.all());
            return;
        }
        boolean isThere = name.equals(wanted) && board.isPresent();
        Optional<FolderDashboard> named = dashboards.named(name);
        if (named.isEmpty() && isMadeByRule(name)) {
            wanted = name;
            if (isThere) {
                enter(address);
            } else {
                showMadeByRule(address);
            }
            return;
        }
        if (named.isEmpty()) {
            event.rerouteToError(
                    NotFoundException.class, "There is no dashboard “" + name + "”. All dashboards are in the list.");
            return;
        }
        wanted = name;
        if (isThere && named.equals(found)) {
            enter(address);
        } else {
            show(named.get(), address);
        }
    }

    /** As long as nobody has written one. */
    private boolean isMadeByRule(String name) {
        return name.equals(RuleMade.NAME.name()) && dashboards.all().isEmpty();
    }

    private void enter(Map<String, List<String>> address) {
        board.ifPresent(shown -> shown.enter(FilterValues.of(shown.dashboard(), address, today())));
    }

    @Override
    public String getPageTitle() {
        return board.map(Board::dashboard).map(Dashboard::title).orElse(wanted.isEmpty() ? "Dashboards" : wanted)
                + " · Duckboard";
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getUI().ifPresent(ui -> board.ifPresent(shown -> shown.await(ui, new Moment(WAIT_FOR_TILES))));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        stopListening = dashboards.onChange(ui.accessLater(this::changed, () -> {}));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopListening.run();
    }

    /** A file was saved. What is chosen on the page stays as far as the dashboard still has it. */
    private void changed(List<FolderDashboard> now) {
        if (wanted.isEmpty()) {
            list.ifPresent(shown -> shown.show(now));
            return;
        }
        Optional<FolderDashboard> named = Dashboards.in(now, wanted);
        if (!named.equals(found)) {
            Map<String, List<String>> address =
                    board.map(shown -> shown.values().address()).orElse(Map.of());
            named.ifPresentOrElse(changed -> show(changed, address), this::showThatItIsGone);
            getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        }
    }

    private void showList(List<FolderDashboard> all) {
        removeAll();
        found = Optional.empty();
        board = Optional.empty();
        var shown = new BoardList(dashboards.root());
        shown.show(all);
        list = Optional.of(shown);
        var header = new Header(new H1("Dashboards"));
        header.addClassName("page-header");
        add(header, shown);
    }

    private void show(FolderDashboard dashboard, Map<String, List<String>> address) {
        removeAll();
        found = Optional.of(dashboard);
        list = Optional.empty();
        board = dashboard
                .shown()
                .map(shown -> new Board(shown, FilterValues.of(shown, address, today()), tools, this::chosen));
        if (board.isEmpty()) {
            var header = new Header(new H1(dashboard.name().name()));
            header.addClassName("page-header");
            add(header);
        }
        if (board.isEmpty() || dashboard.isEarlier()) {
            add(new BrokenFile(dashboard));
        }
        board.ifPresent(this::add);
    }

    private void showMadeByRule(Map<String, List<String>> address) {
        removeAll();
        found = Optional.empty();
        list = Optional.empty();
        board = Optional.empty();
        add(new MadeByRule(tools, made -> {
            removeAll();
            var shown = new Board(made, FilterValues.of(made, address, today()), tools, this::chosen);
            board = Optional.of(shown);
            add(shown);
            getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        }));
    }

    private void showThatItIsGone() {
        removeAll();
        found = Optional.empty();
        board = Optional.empty();
        add(new H1("This dashboard is gone"), new Paragraph("Its file was removed, or has another name now."));
    }

    /** Puts a choice into the address, by which it can be shared and undone. */
    private void chosen(Board.Change change) {
        var location =
                new Location("d/" + wanted, new QueryParameters(change.values().address()));
        Instant now = tools.clock().instant();
        boolean isOneStep = lastChanged.equals(Optional.of(change.filter()))
                && Duration.between(lastChange, now).compareTo(ONE_STEP) < 0;
        lastChanged = Optional.of(change.filter());
        lastChange = now;
        History history = UI.getCurrent().getPage().getHistory();
        if (isOneStep) {
            history.replaceState(null, location);
        } else {
            history.pushState(null, location);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(tools.clock().instant(), tools.clock().getZone());
    }
}
