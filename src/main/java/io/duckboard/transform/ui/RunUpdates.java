package io.duckboard.transform.ui;

import com.vaadin.flow.component.UI;
import io.duckboard.transform.state.RunState;
import io.duckboard.transform.state.TransformRuns;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Updates a page with the progress of a run. If states come faster than the page is drawn, it uses the last one. */
final class RunUpdates {

    private RunUpdates() {}

    /** @return an action that ends the updates */
    static Runnable listen(TransformRuns runs, UI ui, Consumer<RunState> listener) {
        var waiting = new AtomicReference<@Nullable RunState>();
        var told = ui.accessLater(
                (RunState _) -> Optional.ofNullable(waiting.getAndSet(null)).ifPresent(listener), () -> {});
        return runs.onChange(state -> {
            if (waiting.getAndSet(state) == null) {
                told.accept(state);
            }
        });
    }
}
