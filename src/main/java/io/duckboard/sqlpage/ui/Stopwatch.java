package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;

/** How long a query has been running; it counts in the browser. */
@Tag("duckboard-stopwatch")
@JsModule("./duckboard-stopwatch.ts")
final class Stopwatch extends Component {

    /** @param already gone by */
    void start(Duration already) {
        getElement().callJsFunction("start", (double) Math.max(0, already.toMillis()));
    }

    void stop() {
        getElement().callJsFunction("stop");
    }
}
