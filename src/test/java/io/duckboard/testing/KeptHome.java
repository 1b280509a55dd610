package io.duckboard.testing;

import io.duckboard.database.DatabaseSettings;
import io.duckboard.database.HomeDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * A home's database for all tests of a class: a file or, where build/with-postgres runs the tests, a new one on its
 * server. Each test has its own owners.
 */
public final class KeptHome implements BeforeAllCallback, AfterAllCallback {

    private final Optional<TestPostgres> server = TestPostgres.given();
    private final Optional<String> name = server.map(TestPostgres::create);
    private @Nullable Path home;
    private @Nullable HomeDatabase database;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        home = Files.createTempDirectory("home-");
        database = open();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        database().close();
        server.ifPresent(there -> there.drop(name.orElseThrow()));
        FileSystemUtils.deleteRecursively(home);
    }

    public HomeDatabase database() {
        return Objects.requireNonNull(database);
    }

    /** Closes the database and opens it again, as an app does when it is restarted. */
    public HomeDatabase restart() {
        database().close();
        database = open();
        return database;
    }

    private HomeDatabase open() {
        Path there = Objects.requireNonNull(home);
        return HomeDatabase.open(server.map(running -> running.settings(there, name.orElseThrow()))
                .orElseGet(() -> DatabaseSettings.file(there)));
    }
}
