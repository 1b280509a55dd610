package io.duckboard;

import io.duckboard.engine.failure.FailureException;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.MapPropertySource;

/** Takes the base path as people write it, with slashes or without, before anything reads it. */
final class BasePath implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String PROPERTY = "server.servlet.context-path";

    /** What needs no escape in an address, so that a proxy and a browser write it in one way. */
    private static final String SEGMENTS = "[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        try {
            String path = of(environment.getProperty(PROPERTY, ""));
            environment.getPropertySources().addFirst(new MapPropertySource("basePath", Map.of(PROPERTY, path)));
        } catch (FailureException e) {
            System.err.println("Duckboard cannot start. " + e.failure().text());
            System.exit(1);
        }
    }

    /**
     * Returns the path with one slash before it and none behind; empty for the root.
     *
     * @throws FailureException if no address has such a path
     */
    static String of(String written) {
        String path = written.strip().replaceAll("^/+|/+$", "");
        if (path.isEmpty()) {
            return "";
        }
        if (!path.matches(SEGMENTS) || path.matches("(.*/)?\\.{1,2}(/.*)?")) {
            throw new FailureException(
                    "The base path “" + written.strip() + "” is no path of an address.",
                    "Write DUCKBOARD_BASE_PATH as /lake or /data/lake: letters, digits, and any of . _ ~ -");
        }
        return "/" + path;
    }
}
