package io.duckboard.ui;

import com.vaadin.flow.server.VaadinSession;
import io.duckboard.engine.protocol.CallerId;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** As whom the app asks the engine: each browser as a caller of its own, by a number that its session was given. */
@Component
final class SessionCaller implements Supplier<CallerId> {

    /** Where nobody's browser is behind a question. */
    private final CallerId app = CallerId.random();

    /** On a page's turn, which has the session locked. */
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
