package io.duckboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import io.duckboard.client.ExportOutcome;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Place;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Asks the engine for a part of a page. Answers arrive when the page is locked, unless nobody waits for them any more.
 */
public final class Questions {

    private final QueryService queries;
    private final Place page;
    private final Set<UUID> underWay = new LinkedHashSet<>();
    private final Semaphore arrived = new Semaphore(0);

    /** @param page the page that asks */
    public Questions(QueryService queries, Place page) {
        this.queries = queries;
        this.page = page;
    }

    /**
     * Asks for rows.
     *
     * @param asker the component that the answer is for; it must be on a page
     * @return the question's id, by which it can be forgotten
     */
    public UUID ask(Component asker, Request.Query query, Consumer<RowsOutcome> listener) {
        UUID id = UUID.randomUUID();
        queries.ask(page, query.queryId(id), inTurn(asker, id, listener));
        return id;
    }

    /** Asks for the whole answer, written into a file. */
    public void export(Component asker, Request.Query query, Export into, Consumer<ExportOutcome> listener) {
        UUID id = UUID.randomUUID();
        queries.export(query.queryId(id), into, inTurn(asker, id, listener));
    }

    private <O extends QueryOutcome> Consumer<O> inTurn(Component asker, UUID id, Consumer<O> listener) {
        UI ui = asker.getUI().orElseThrow();
        underWay.add(id);
        Consumer<O> told = ui.accessLater(
                (O outcome) -> {
                    if (underWay.remove(id)) {
                        listener.accept(outcome);
                    }
                },
                () -> {});
        return outcome -> {
            told.accept(outcome);
            arrived.release();
        };
    }

    /**
     * Waits for what is under way, and for what is asked because of its answers. A request that builds a page does so
     * for a moment: what is answered meanwhile goes out with the page itself.
     *
     * @param ui the page, locked by this thread
     */
    public void await(UI ui, Moment moment) {
        VaadinSession session = ui.getSession();
        while (!underWay.isEmpty() && moment.bringsOne(arrived)) {
            session.getService().runPendingAccessTasks(session);
        }
    }

    public boolean isAnyUnderWay() {
        return !underWay.isEmpty();
    }

    /** Cancels what is under way. Listeners hear of it by the outcome. */
    public void cancel() {
        // A query that could not be cancelled runs to its deadline, and its outcome says how it ended.
        for (UUID query : underWay) {
            var _ = queries.cancel(query);
        }
    }

    /** Cancels one question without telling its listener. */
    public void forget(UUID id) {
        if (underWay.remove(id)) {
            var _ = queries.cancel(id);
        }
    }

    /** Cancels what is under way without telling the listeners. */
    public void forget() {
        cancel();
        underWay.clear();
    }
}
