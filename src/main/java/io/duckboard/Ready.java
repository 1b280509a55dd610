package io.duckboard;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Tells the person who started the app where it is. */
final class Ready implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        var environment = event.getApplicationContext().getEnvironment();
        String host = environment.getRequiredProperty("server.address");
        String shown = host.equals("127.0.0.1") || host.equals("0.0.0.0") ? "localhost" : host;
        System.out.printf(
                "Duckboard is ready: http://%s:%s%s  (Ctrl-C stops it)%n",
                shown,
                environment.getRequiredProperty("local.server.port"),
                environment.getProperty("server.servlet.context-path", ""));
    }
}
