package io.duckboard.testing;

import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.internal.MockVaadin;
import java.util.concurrent.Callable;

/** For tests without a browser whose pages get their answers from other threads. */
public final class Eventually {

    private Eventually() {}

    /**
     * Waits until the condition holds. Between two checks the page handles its {@code UI.access} calls: without a
     * browser nobody else unlocks its session, and a call that arrives at the moment of unlocking waits for the next
     * time.
     */
    public static void eventually(Callable<Boolean> expected) {
        await().pollInSameThread().until(() -> {
            MockVaadin.clientRoundtrip();
            return expected.call();
        });
    }
}
