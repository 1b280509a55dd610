package io.duckboard.transform.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs slow work on a thread of its own, and passes the result to the page. */
final class BackgroundWork {

    private BackgroundWork() {}

    /** @param component a component of the page */
    static <T> void run(Component component, Supplier<T> work, Consumer<T> listener) {
        var told = component.getUI().orElseThrow().accessLater(listener::accept, () -> {});
        Thread.ofVirtual().name("lineage").start(() -> told.accept(work.get()));
    }
}
