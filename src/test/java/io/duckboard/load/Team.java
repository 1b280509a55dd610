package io.duckboard.load;

import io.duckboard.bench.RunningApp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Viewers who have signed in, and an analyst with a token, of an app that runs in a process of its own. */
final class Team implements AutoCloseable {

    private static final String PASSWORD = "a password for the load alone";
    private static final String ANALYST = "ann";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path command;
    private final RunningApp app;

    private Team(Path command, RunningApp app) {
        this.command = command;
        this.app = app;
    }

    /** Starts the app in a new home. */
    static Team start(Path command, int viewers) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("duckboard-load-");
        String hash = said(new ProcessBuilder(command.toString(), "user", "hash"), PASSWORD)
                .lines()
                .findFirst()
                .orElseThrow();
        Path users = Files.createFile(
                home.resolve("users"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                users,
                IntStream.range(0, viewers)
                        .mapToObj(viewer -> name(viewer) + ":viewer:" + hash + "\n")
                        .collect(Collectors.joining("", ANALYST + ":analyst:" + hash + "\n", "")));
        return new Team(command, RunningApp.start(command, home, Map.of("DUCKBOARD_USERS", users.toString())));
    }

    PageUser signIn(int viewer) throws IOException, InterruptedException {
        var user = new PageUser(client, app.address("").replaceFirst("/$", ""));
        user.signIn(name(viewer), PASSWORD);
        return user;
    }

    String token() throws IOException, InterruptedException {
        var create = new ProcessBuilder(command.toString(), "token", "create", "--role", "analyst", "--for", ANALYST);
        create.environment().put("DUCKBOARD_HOME", app.home().toString());
        return said(create, "").strip();
    }

    RunningApp app() {
        return app;
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
        app.close();
    }

    private static String name(int viewer) {
        return "viewer" + viewer;
    }

    private static String said(ProcessBuilder command, String told) throws IOException, InterruptedException {
        Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.outputWriter().append(told).close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command.command()) + " failed");
        }
        return said;
    }
}
