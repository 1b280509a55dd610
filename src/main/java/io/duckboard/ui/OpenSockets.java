package io.duckboard.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.JSR356WebsocketInitializer;
import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.atmosphere.cpr.AtmosphereFramework;
import org.atmosphere.cpr.AtmosphereFrameworkListenerAdapter;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the sockets of open pages until these know what became of their queries. Atmosphere, which pushes, closes all
 * sockets in a shutdown hook of its own, beside Spring's: it is made to wait until Spring has come as far as this.
 */
@Component
final class OpenSockets implements VaadinServiceInitListener, SmartLifecycle {

    /** Queries have 30 seconds to end. The hook goes on in any case, so that nothing here can keep the process. */
    private static final Duration LONGEST = Duration.ofSeconds(35);

    /** Answers that are on their way are some kilobytes in the server's own buffers. */
    private static final Duration ON_THEIR_WAY = Duration.ofMillis(200);

    /** Zero before a start and after a stop. */
    private volatile CountDownLatch running = new CountDownLatch(0);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        if (event.getSource() instanceof VaadinServletService service) {
            HttpServlet servlet = service.getServlet();
            Object push = servlet.getServletContext()
                    .getAttribute(JSR356WebsocketInitializer.getAttributeName(servlet.getServletName()));
            if (push instanceof AtmosphereFramework framework) {
                framework.frameworkListener(new Wait());
            }
        }
    }

    @Override
    public void start() {
        running = new CountDownLatch(1);
    }

    @Override
    public void stop() {
        try {
            Thread.sleep(ON_THEIR_WAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.countDown();
    }

    @Override
    public boolean isRunning() {
        return running.getCount() > 0;
    }

    /** After the end of the queries, and before that of the web server. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    private final class Wait extends AtmosphereFrameworkListenerAdapter {

        @Override
        public void onPreDestroy(AtmosphereFramework framework) {
            try {
                boolean _ = running.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
