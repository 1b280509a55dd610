package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Request;
import io.duckboard.ui.Moment;
import io.duckboard.ui.Questions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Asks what a page wants to know: at most as much at once as the engine has workers, in the order of asking. What is
 * wanted by several is asked once.
 */
final class Asked {

    private final Questions questions;
    private final int most;
    private final Map<Request.Query, Call> calls = new LinkedHashMap<>();
    private Optional<Component> page = Optional.empty();

    /** @param most calls at once */
    Asked(Questions questions, int most) {
        this.questions = questions;
        this.most = most;
    }

    /** One call, and who wants its answer. It has no id as long as it waits. */
    private static final class Call {

        private final Map<Object, Consumer<RowsOutcome>> listeners = new LinkedHashMap<>();
        private Optional<UUID> id = Optional.empty();
    }

    /** @param component by which answers find the page; it is on one */
    void open(Component component) {
        page = Optional.of(component);
        next();
    }

    /** @param who wants to know; what the same one wanted before is forgotten */
    void ask(Object who, Request.Query question, Consumer<RowsOutcome> listener) {
        forget(who);
        calls.computeIfAbsent(question, _ -> new Call()).listeners.put(who, listener);
        next();
    }

    /** Cancels the call of which nobody else wants the answer. */
    void forget(Object who) {
        List.copyOf(calls.entrySet()).forEach(entry -> {
            Call call = entry.getValue();
            if (call.listeners.remove(who) != null && call.listeners.isEmpty()) {
                calls.remove(entry.getKey());
                call.id.ifPresent(questions::forget);
            }
        });
        next();
    }

    void forgetAll() {
        calls.clear();
        questions.forget();
        page = Optional.empty();
    }

    /** As {@link Questions#await}. */
    void await(UI ui, Moment moment) {
        questions.await(ui, moment);
    }

    private void next() {
        if (page.isEmpty()) {
            return;
        }
        long underWay =
                calls.values().stream().filter(call -> call.id.isPresent()).count();
        List.copyOf(calls.entrySet()).stream()
                .filter(entry -> entry.getValue().id.isEmpty())
                .limit(Math.max(0, most - underWay))
                .forEach(entry -> start(page.get(), entry.getKey(), entry.getValue()));
    }

    private void start(Component component, Request.Query question, Call call) {
        call.id = Optional.of(questions.ask(component, question, outcome -> {
            calls.remove(question, call);
            List.copyOf(call.listeners.values()).forEach(listener -> listener.accept(outcome));
            next();
        }));
    }
}
