package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.board.Dashboard;
import io.duckboard.board.Filter;
import io.duckboard.board.FilterValue;
import io.duckboard.board.FilterValues;
import io.duckboard.board.NeededTable;
import io.duckboard.board.OnClick;
import io.duckboard.board.Tile;
import io.duckboard.boardpage.Markdown;
import io.duckboard.boardpage.TileRows;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Place;
import io.duckboard.sqlpage.download.DownloadFormat;
import io.duckboard.sqlpage.download.ui.DownloadMenu;
import io.duckboard.ui.Moment;
import io.duckboard.ui.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A dashboard: its filters, its tiles, and what they took. */
final class Board extends Div implements TileHost {

    private final Dashboard dashboard;
    private final Asked asked;
    private final Consumer<Change> changed;
    private final FilterBar bar;
    private final ClickedFilters clicked;
    private final Notice notice = new Notice(this::askAgain);
    private final Paragraph objections = new Paragraph();
    private final List<QueryTile> tiles = new ArrayList<>();
    private final DownloadMenu download;
    private final BoardFoot foot = new BoardFoot();
    private final Optional<BoardAge> age;
    private FilterValues values;

    /** A choice on the page, and the filter that it was about. */
    record Change(FilterValues values, Filter filter) {}

    /** @param changed called with each choice on the page */
    Board(Dashboard dashboard, FilterValues.Addressed addressed, BoardTools tools, Consumer<Change> changed) {
        this.dashboard = dashboard;
        this.values = addressed.values();
        this.asked = tools.questions();
        this.changed = changed;
        this.bar = new FilterBar(dashboard, this::choose);
        this.clicked = new ClickedFilters(dashboard, bar, filter -> choose(filter, filter.initial(values.today())));
        this.download = new DownloadMenu(tools.queries());
        this.age = dashboard.freshness().map(table -> new BoardAge(table, tools));
        addClassName("board");
        download.addClassName("only-its-state");
        download.setVisible(tools.asker().may(Place.EXPORTS));
        objections.addClassName("board-objections");
        objections.getElement().setAttribute("role", "alert");
        var grid = new Div();
        grid.addClassName("board-grid");
        dashboard.tiles().forEach(tile -> grid.add(of(tile, tools)));
        add(header(), description(), bar, clicked, objections, notice, grid, foot, download);
        object(addressed.objections());
        bar.show(values);
        clicked.show(values);
    }

    private Header header() {
        var title = new H1(dashboard.title());
        var full = new Button("Full screen", _ -> getElement().executeJs("""
                document.fullscreenElement ? document.exitFullscreen() : this.requestFullscreen()"""));
        full.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        full.addClassName("full-screen");
        var actions = new Div(new RefreshChoice(dashboard.refresh(), this::askAgain), full);
        actions.addClassName("board-actions");
        var header = new Header(title);
        age.ifPresent(header::add);
        header.add(actions);
        header.addClassName("page-header");
        return header;
    }

    private Paragraph description() {
        var description = new Paragraph(dashboard.description());
        description.addClassName("board-description");
        description.setVisible(!dashboard.description().isEmpty());
        return description;
    }

    private Component of(Tile tile, BoardTools tools) {
        return switch (tile) {
            case Tile.Query query -> {
                var shown = new QueryTile(query, dashboard.name().name(), tools, this);
                tiles.add(shown);
                yield shown;
            }
            case Tile.Text(Tile.Frame frame, String markdown) -> {
                var shown = new TileFrame(frame, "text");
                shown.holdsText(frame.title().isEmpty() ? "Text" : frame.title());
                shown.body().add(new Html(Markdown.html(markdown)));
                yield shown;
            }
            case Tile.Broken(Tile.Frame frame, var problems) -> {
                var shown = new TileFrame(frame, "problems");
                shown.holdsText("What is wrong with this tile");
                shown.body().add(new Paragraph("This tile cannot be shown."), new ProblemList(problems));
                yield shown;
            }
        };
    }

    Dashboard dashboard() {
        return dashboard;
    }

    FilterValues values() {
        return values;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        asked.open(this);
        askTiles();
        age.ifPresent(each -> each.ask(asked));
        bar.askForOptions(asked, () -> clicked.show(values));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        asked.forgetAll();
    }

    /** As {@link Asked#await}. */
    void await(UI ui, Moment moment) {
        asked.await(ui, moment);
    }

    /** Shows what another address says. */
    void enter(FilterValues.Addressed addressed) {
        object(addressed.objections());
        show(addressed.values());
    }

    private void choose(Filter filter, FilterValue value) {
        FilterValues now = values.with(filter, value);
        if (!now.equals(values)) {
            object(List.of());
            show(now);
            changed.accept(new Change(now, filter));
        }
    }

    private void show(FilterValues now) {
        values = now;
        bar.show(now);
        clicked.show(now);
        askTiles();
    }

    private void askTiles() {
        tiles.forEach(tile -> tile.ask(values));
    }

    private void askAgain() {
        notice.clear();
        tiles.stream().filter(tile -> !tile.hasTimesOfItsOwn()).forEach(QueryTile::askAgain);
        age.ifPresent(each -> each.ask(asked));
    }

    private void object(List<String> sentences) {
        objections.setText(String.join(" ", sentences));
        objections.setVisible(!sentences.isEmpty());
    }

    @Override
    public void ask(QueryTile tile, Request.Query question, Consumer<RowsOutcome> listener) {
        asked.ask(tile, question, listener);
    }

    @Override
    public void clicked(Tile.Query tile, TileRows rows, TileRows.Row row) {
        tile.onClick()
                .map(OnClick::filter)
                .flatMap(dashboard::filter)
                .ifPresent(filter -> new TileClick(tile, rows)
                        .value(row, filter)
                        .ifPresent(value -> choose(
                                filter, value.equals(values.value(filter)) ? filter.initial(values.today()) : value)));
    }

    @Override
    public void changed() {
        foot.show(tiles.stream().flatMap(tile -> tile.known().stream()).toList());
    }

    @Override
    public boolean saysThatItLacks(String table) {
        Optional<NeededTable> needed = dashboard.needs().stream()
                .filter(each -> each.name().equalsIgnoreCase(table))
                .findFirst();
        needed.ifPresent(each -> notice.show(
                "This lake has no table or view " + each.name() + ", which this dashboard shows.", each.hint()));
        return needed.isPresent();
    }

    @Override
    public void download(Request.Query question, String title, DownloadFormat format) {
        download.show(question, title);
        download.start(format);
    }
}
