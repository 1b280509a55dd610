package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import io.duckboard.board.Dashboard;
import io.duckboard.board.rule.RuleMade;
import io.duckboard.client.QueryService;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Asker;
import io.duckboard.security.Asking;
import io.duckboard.security.Place;
import io.duckboard.ui.Notice;
import io.duckboard.ui.Progress;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a dashboard made of what the lake says of itself, and stands in its place until it is there. */
final class MadeByRule extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(MadeByRule.class);

    private final QueryService queries;
    private final Asker asker;
    private final Consumer<Dashboard> made;
    private final Progress progress = new Progress();
    private final Notice notice = new Notice(() -> getUI().ifPresent(this::make));

    /** @param made called with the dashboard when the page is locked */
    MadeByRule(BoardTools tools, Consumer<Dashboard> made) {
        this.queries = tools.queries();
        this.asker = tools.asker();
        this.made = made;
        var header = new Header(new H1("Overview"));
        header.addClassName("page-header");
        add(header, progress, notice);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        make(event.getUI());
    }

    private void make(UI ui) {
        notice.clear();
        progress.start("Looking at what the lake has …");
        Consumer<Dashboard> shown = ui.accessLater(this::show, () -> {});
        Consumer<Failure> told = ui.accessLater(this::fail, () -> {});
        Thread.ofVirtual().name("made-by-rule").start(() -> {
            try {
                shown.accept(Asking.as(asker, () -> RuleMade.of(this::ask)));
            } catch (FailureException e) {
                told.accept(e.failure());
            } catch (Exception e) {
                LOG.error("no dashboard could be made by rule", e);
                told.accept(new Failure("Duckboard itself failed on this.", "Its log says more. Try again."));
            }
        });
    }

    private RowsOutcome ask(Request.Query query) {
        var outcome = new CompletableFuture<RowsOutcome>();
        queries.ask(Place.BOARDS, query, outcome::complete);
        return outcome.join();
    }

    /** Whoever looks at another dashboard meanwhile stays there. */
    private void show(Dashboard dashboard) {
        if (isAttached()) {
            made.accept(dashboard);
        }
    }

    private void fail(Failure failure) {
        progress.stop();
        notice.show(failure);
    }
}
