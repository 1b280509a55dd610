package io.duckboard.transform.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does what takes a while on a thread of its own, and tells the page in its turn. */
final class BackgroundWork {

    private BackgroundWork() {}

    /** @param component on a page */
    static <T> void run(Component component, Supplier<T> work, Consumer<T> listener) {
        var told = component.getUI().orElseThrow().accessLater(listener::accept, () -> {});
        Thread.ofVirtual().name("lineage").start(() -> told.accept(work.get()));
    }
}
