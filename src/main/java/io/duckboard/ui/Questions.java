package io.duckboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.duckboard.client.ExportOutcome;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What a part of a page has asked the engine. Answers come in the page's turn, unless nobody waits for them any more. */
public final class Questions {

    private final QueryService queries;
    private final Set<UUID> underWay = new LinkedHashSet<>();

    public Questions(QueryService queries) {
        this.queries = queries;
    }

    /**
     * Asks for rows.
     *
     * @param asker what the answer is for; on a page
     */
    public void ask(Component asker, Request.Query query, Consumer<RowsOutcome> listener) {
        UUID id = UUID.randomUUID();
        queries.ask(query.queryId(id), inTurn(asker, id, listener));
    }

    /** The same for the whole answer, written into a file. */
    public void export(Component asker, Request.Query query, Export into, Consumer<ExportOutcome> listener) {
        UUID id = UUID.randomUUID();
        queries.export(query.queryId(id), into, inTurn(asker, id, listener));
    }

    private <O extends QueryOutcome> Consumer<O> inTurn(Component asker, UUID id, Consumer<O> listener) {
        UI ui = asker.getUI().orElseThrow();
        underWay.add(id);
        return ui.accessLater(
                (O outcome) -> {
                    if (underWay.remove(id)) {
                        listener.accept(outcome);
                    }
                },
                () -> {});
    }

    public boolean isAnyUnderWay() {
        return !underWay.isEmpty();
    }

    /** Ends what is under way; whoever asked is told by the outcome. */
    public void cancel() {
        // Whoever could not be told runs to its deadline, and its outcome says how that ended.
        for (UUID query : underWay) {
            var _ = queries.cancel(query);
        }
    }

    /** Ends what is under way; nobody is told. */
    public void forget() {
        cancel();
        underWay.clear();
    }
}
