package io.duckboard.cli.engine;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.Interruption;
import io.duckboard.client.LocalEngine;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.local.Credential;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.jr.ob.JSON;

@Command(
        name = "engine",
        description = "Run the engine alone, for the other commands and any AWS SDK to call. Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
public final class EngineCommand implements Callable<Integer> {

    /** Whoever starts an engine is to wait a little longer before killing it, as docker-compose.yml says. */
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    @Mixin
    private final GlobalOptions options;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = {
                "Name or address to listen on (${DEFAULT-VALUE}). Nothing is encrypted on the way. Beyond this machine"
                        + " DUCKBOARD_ENGINE_KEYS names the file with the keys that callers need."
            })
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port to listen on (${DEFAULT-VALUE}: a free one).")
    private int port;

    public EngineCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > 65_535) {
            throw new FailureException(port + " is no port.", "Choose one from 1 to 65535, or 0 for a free one.");
        }
        if (options.function().isPresent()) {
            throw new FailureException(
                    "An engine of this machine has no use for --function "
                            + options.function().get() + ".",
                    "Leave it out, and unset DUCKBOARD_FUNCTION.");
        }
        Optional<Credential> keys = keys();
        if (keys.isEmpty() && !isLoopback()) {
            throw new FailureException(
                    "Others could reach an engine on " + host + ", and no keys are named for them to call it with.",
                    "Name a file with an access key and a secret key in DUCKBOARD_ENGINE_KEYS, or leave --host out.");
        }
        try (var interruption = new Interruption();
                LocalEngine engine = LocalEngine.serve(options.querySettings(), host, port, keys);
                var _ = interruption.meanwhile(() -> end(engine))) {
            tell(engine.endpoint());
            new CountDownLatch(1).await();
            return ExitCode.DONE;
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        }
    }

    private Optional<Credential> keys() {
        return Optional.ofNullable(options.environment().get("DUCKBOARD_ENGINE_KEYS"))
                .filter(file -> !file.isBlank())
                .map(file -> Credential.read(Path.of(file)));
    }

    /** A name that nobody knows is told by whoever is to listen on it. */
    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private void tell(URI endpoint) {
        String keys = options.home().resolve("engine.json").toAbsolutePath().toString();
        PrintStream out = options.terminal().out();
        if (options.json()) {
            out.println(JSON.std
                    .composeString()
                    .startObject()
                    .put("endpoint", endpoint.toString())
                    .put("lake", options.lake().toString())
                    .put("keys", keys)
                    .end()
                    .finish());
            return;
        }
        out.println("""
                The engine listens at %s, over %s.
                Ask it from another terminal:
                  duckboard query "SHOW TABLES"
                  aws lambda invoke --endpoint-url %s --region us-east-1 --function-name duckboard-query \\
                    --cli-binary-format raw-in-base64-out --payload '{"q": "SELECT 1"}' answer.json
                The AWS command needs the keys in %s, which you alone can read.
                Ctrl-C stops it.""".formatted(endpoint, options.lake(), endpoint, keys));
    }

    private void end(LocalEngine engine) {
        int calls = engine.calls();
        if (calls > 0) {
            options.terminal()
                    .err()
                    .printf(
                            "The engine stops when %s, in %d seconds at most.%n",
                            calls == 1
                                    ? "the call under way has ended"
                                    : "the " + calls + " calls under way have ended",
                            LONGEST_END.toSeconds());
        }
        try {
            engine.finish(LONGEST_END);
            engine.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the end of a process", e);
        }
    }
}
