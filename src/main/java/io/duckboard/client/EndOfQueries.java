package io.duckboard.client;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets the queries under way end before the app stops, so that their answers are whole and reach whoever asked.
 */
@Component
final class EndOfQueries implements SmartLifecycle {

    /** Whoever starts the app is to wait a little longer before killing it, as docker-compose.yml says. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final QueryService queries;
    private volatile boolean running;

    EndOfQueries(QueryService queries) {
        this.queries = queries;
    }

    @Override
    public void start() {
        queries.resume();
        running = true;
    }

    @Override
    public void stop() {
        try {
            queries.finish(LONGEST);
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
