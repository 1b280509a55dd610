package io.duckboard.ui;

import com.vaadin.flow.server.VaadinSession;
import io.duckboard.engine.protocol.CallerId;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Identifies the app's callers to the engine. Each browser is its own caller, with an id that its session was given.
 */
@Component
final class SessionCaller implements Supplier<CallerId> {

    /** The caller of questions that do not come from a browser. */
    private final CallerId app = CallerId.random();

    /** Called while a page has its session locked. */
    @Override
    public CallerId get() {
        VaadinSession session = VaadinSession.getCurrent();
        if (session == null) {
            return app;
        }
        CallerId given = session.getAttribute(CallerId.class);
        if (given != null) {
            return given;
        }
        CallerId fresh = CallerId.random();
        session.setAttribute(CallerId.class, fresh);
        return fresh;
    }
}
