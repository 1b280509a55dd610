package io.duckboard.client;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets the queries under way end before the app stops. Sockets, pages and the engine, by which their answers come, stop
 * after it.
 */
@Component
final class EndOfQueries implements SmartLifecycle {

    /** Whoever starts the app is to wait a little longer before killing it, as docker-compose.yml says. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A page is given an answer at once, and its socket sends it a moment later, on a thread of its own. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private final QueryService queries;
    private volatile boolean running;

    EndOfQueries(QueryService queries) {
        this.queries = queries;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        try {
            if (queries.finish(LONGEST)) {
                Thread.sleep(ON_ITS_WAY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The highest phase is stopped first, and the web server has a lower one. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
