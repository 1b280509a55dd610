package io.duckboard.testing;

import io.duckboard.client.LocalEngine;
import io.duckboard.client.QuerySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** A real engine with one worker over the sample's lake, in its own home, for all tests of a class. */
public final class SampleEngine implements BeforeAllCallback, AfterAllCallback {

    private @Nullable Path home;
    private @Nullable LocalEngine engine;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        home = Files.createTempDirectory("home-");
        engine = LocalEngine.serve(
                new QuerySettings(
                        home,
                        home.resolve("lake").toString(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(60),
                        Optional.of(1)),
                "127.0.0.1",
                0,
                Optional.empty());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        get().close();
        FileSystemUtils.deleteRecursively(home());
    }

    public LocalEngine get() {
        return Objects.requireNonNull(engine);
    }

    public Path home() {
        return Objects.requireNonNull(home);
    }
}
