package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;
import java.util.Optional;

/** Calls again and again, as long as somebody can see the page. The browser counts. */
@Tag("duckboard-refresh")
@JsModule("./duckboard-refresh.ts")
final class RefreshTimer extends Component {

    private static final long serialVersionUID = 1L;

    RefreshTimer(Runnable due) {
        addListener(Due.class, _ -> due.run());
    }

    /** @param pause between two calls; never, if absent */
    void every(Optional<Duration> pause) {
        getElement()
                .setProperty(
                        "seconds", pause.map(Duration::toSeconds).orElse(0L).doubleValue());
    }

    @DomEvent("refresh-due")
    public static final class Due extends ComponentEvent<RefreshTimer> {

        private static final long serialVersionUID = 1L;

        public Due(RefreshTimer source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
