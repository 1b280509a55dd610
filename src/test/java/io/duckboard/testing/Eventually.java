package io.duckboard.testing;

import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.internal.MockVaadin;
import java.util.concurrent.Callable;

/** For tests without a browser, of pages whose answers come by threads of their own. */
public final class Eventually {

    private Eventually() {}

    /**
     * Waits until it is so. Between two looks the page hears what was said to it by {@code UI.access}: without a browser
     * nobody else lets go of its session, and what comes in the moment in which it is let go waits for the next one.
     */
    public static void eventually(Callable<Boolean> expected) {
        await().pollInSameThread().until(() -> {
            MockVaadin.clientRoundtrip();
            return expected.call();
        });
    }
}
