package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;

/** Shows how long a query has been running. It counts in the browser. */
@Tag("duckboard-stopwatch")
@JsModule("./duckboard-stopwatch.ts")
final class Stopwatch extends Component {

    /** @param already time that has already passed */
    void start(Duration already) {
        getElement().callJsFunction("start", (double) Math.max(0, already.toMillis()));
    }

    void stop() {
        getElement().callJsFunction("stop");
    }
}
