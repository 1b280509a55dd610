package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.board.ColumnName;
import io.duckboard.board.FileProblem;
import io.duckboard.board.FilterValues;
import io.duckboard.board.Show;
import io.duckboard.board.Tile;
import io.duckboard.boardpage.TileRows;
import io.duckboard.boardpage.Writing;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.Request;
import io.duckboard.ui.Progress;
import io.duckboard.ui.Skeleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A tile that shows the answer to a query. It keeps its picture until there is another, and says itself what is wrong
 * with it.
 */
final class QueryTile extends Composite<TileFrame> {

    private final Tile.Query tile;
    private final TileHost host;
    private final Clock clock;
    private final TileMenu menu;
    private final TileFrame frame;
    private final TileBody body;
    private final Progress progress = new Progress();
    private final TileError error = new TileError(this::retry);
    private final Paragraph empty = new Paragraph();
    private final Component waiting;
    private Optional<Request.Query> question = Optional.empty();
    private Optional<Known> known = Optional.empty();

    /** An answer, and when it was last known that it is right. */
    record Known(Request.Query question, QueryOutcome.Answered answered, Instant asOf) {}

    /** @param board the dashboard's name */
    QueryTile(Tile.Query tile, String board, BoardTools tools, TileHost host) {
        this.tile = tile;
        this.host = host;
        this.clock = tools.clock();
        this.menu = new TileMenu(ChartWords.title(tile), tools.mayAsk());
        this.frame = new TileFrame(tile.frame(), word(tile.show()), menu);
        this.body = TileBody.of(
                tile,
                board,
                row -> known.ifPresent(now ->
                        host.clicked(tile, TileRows.of(tile, now.answered().answer()), row)));
        this.waiting = TileDrawing.kind(tile.show()).isPresent() ? body.component() : waiting(tile.show());
        empty.addClassName("tile-empty");
        frame.addComponentAtIndex(1, progress);
        frame.body().add(error, empty);
        show(waiting);
        RefreshTimer refresh = new RefreshTimer(this::askAgain);
        refresh.every(tile.refresh());
        frame.add(refresh);
    }

    @Override
    protected TileFrame initContent() {
        return frame;
    }

    private static String word(Show show) {
        return switch (show) {
            case Show.Figure _ -> "figure";
            case Show.Table _ -> "rows";
            case Show.ZoneMap _ -> "map";
            case Show.Plot _, Show.Pie _, Show.Histogram _, Show.HeatMap _ -> "chart";
        };
    }

    private static Component waiting(Show show) {
        return new Skeleton(show instanceof Show.Figure ? 1 : 5);
    }

    /** What was last answered. */
    Optional<Known> known() {
        return known;
    }

    /** Whether the tile asks by itself, at other times than the page. */
    boolean hasTimesOfItsOwn() {
        return tile.refresh().isPresent();
    }

    /** Asks if the values make another question than the one that is answered or under way. */
    void ask(FilterValues values) {
        Request.Query wanted = tile.question(values);
        if (!question.equals(Optional.of(wanted))) {
            question = Optional.of(wanted);
            askAgain();
        }
    }

    /** Asks again, whatever is known. */
    void askAgain() {
        question.ifPresent(wanted -> {
            progress.start("Asking for " + ChartWords.title(tile) + " …");
            host.ask(this, wanted, outcome -> show(wanted, outcome));
        });
    }

    private void retry() {
        error.clear();
        askAgain();
    }

    private void show(Request.Query asked, RowsOutcome outcome) {
        progress.stop();
        switch (outcome) {
            case QueryOutcome.Answered answered -> show(asked, answered);
            case CallFailure failed -> fail(asked, failed);
        }
        host.changed();
    }

    private void show(Request.Query asked, QueryOutcome.Answered answered) {
        var now = new Known(asked, answered, clock.instant());
        known = Optional.of(now);
        menu.show(asked, answered, now.asOf(), format -> host.download(asked, ChartWords.title(tile), format));
        TileRows rows = TileRows.of(tile, answered.answer());
        List<FileProblem> lacking = rows.problems(tile);
        if (!lacking.isEmpty()) {
            FileProblem first = lacking.getFirst();
            show(new Failure(first.sentence(), first.spot().toString()));
            return;
        }
        error.clear();
        frame.removeClassName("tile-failed");
        frame.remark(tile.remark().flatMap(column -> remark(rows, column)).orElse(""));
        if (rows.isEmpty()) {
            say(tile.empty().isEmpty() ? "No rows." : tile.empty());
        } else {
            body.show(rows).ifPresentOrElse(this::say, () -> show(body.component()));
        }
    }

    private static Optional<String> remark(TileRows rows, ColumnName column) {
        return rows.rows().stream()
                .findFirst()
                .flatMap(row -> Optional.ofNullable(rows.value(row, column)))
                .map(Writing.PLAIN::text);
    }

    private void fail(Request.Query asked, CallFailure failed) {
        menu.show(asked, format -> host.download(asked, ChartWords.title(tile), format));
        boolean isSaid = failed instanceof QueryOutcome.Failed(var problem)
                && problem.table().filter(host::saysThatItLacks).isPresent();
        show(isSaid ? new Failure("Nothing to show.", "") : shortened(failed.failure()));
    }

    /** DuckDB quotes the statement after its first line, and not everybody may read SQL. */
    private static Failure shortened(Failure failure) {
        return new Failure(failure.message().lines().findFirst().orElse(""), failure.hint());
    }

    private void show(Failure failure) {
        error.show(failure);
        frame.addClassName("tile-failed");
        empty.setVisible(false);
        if (known.isEmpty()) {
            waiting.setVisible(false);
        }
    }

    private void say(String words) {
        empty.setText(words);
        empty.setVisible(true);
        body.component().setVisible(false);
        waiting.setVisible(false);
    }

    private void show(Component shown) {
        empty.setVisible(false);
        if (!waiting.equals(shown)) {
            waiting.removeFromParent();
        }
        if (shown.getParent().isEmpty()) {
            frame.body().add(shown);
        }
        shown.setVisible(true);
    }
}
