package io.duckboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinSession;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.testing.PanelTest;
import org.junit.jupiter.api.Test;

/** Each browser is its own caller of the engine. */
class SessionCallerTest extends PanelTest {

    private final SessionCaller callers = new SessionCaller();

    @Test
    void isTheSameAsLongAsTheSessionLasts() {
        CallerId first = callers.get();

        assertThat(callers.get()).isEqualTo(first);
        VaadinSession.getCurrent().setAttribute(CallerId.class, null);
        assertThat(callers.get()).isNotEqualTo(first);
    }

    @Test
    void isTheAppsOwnWhereThereIsNoBrowser() {
        CallerId browser = callers.get();
        VaadinSession session = VaadinSession.getCurrent();
        VaadinSession.setCurrent(null);
        try {
            assertThat(callers.get()).isEqualTo(callers.get()).isNotEqualTo(browser);
        } finally {
            VaadinSession.setCurrent(session);
        }
    }
}
