package io.duckboard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Checks that the port is free before anything heavy starts. */
final class FreePort implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        String host = environment.getRequiredProperty("server.address");
        int port = environment.getRequiredProperty("server.port", Integer.class);
        try (var socket = new ServerSocket()) {
            // The server does the same: a port whose last owner has just gone counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            System.err.printf(
                    "Duckboard cannot listen on %s:%d (%s). Stop what uses the port, or take another: PORT=%d%n",
                    host, port, e.getMessage(), port + 1);
            System.exit(1);
        }
    }
}
